import { IconButton } from "../../shell/IconButton";
import { Icon } from "../../shell/icons";
import type { DeviceName } from "./Device";
import { DESKTOP, NEW_TAB, PHONE, TABLET } from "./icons";
import type { Session } from "./session";
import { windowAddress } from "./window/share";

const DEVICES = [
  ["phone", "Phone, 390 pixels wide", PHONE],
  ["tablet", "Tablet, 820 pixels wide", TABLET],
  ["desktop", "As wide as it fits", DESKTOP],
] as const;

interface Props {
  session: Session;
  device: DeviceName;
  onDevice: (device: DeviceName) => void;
  alone: boolean;
}

export function Toolbar({ session, device, onDevice, alone }: Props) {
  return (
    <div class="preview-bar">
      <IconButton icon="again" label="Start the app again" onClick={() => session.reload()} />
      <p class="preview-state" role="status">
        {stateWords(session)}
      </p>
      <div class="preview-devices" role="group" aria-label="Screen">
        {DEVICES.map(([name, label, icon]) => (
          <IconButton
            key={name}
            icon={icon}
            label={label}
            pressed={device === name}
            onClick={() => onDevice(name)}
          />
        ))}
      </div>
      {!alone && (
        <a
          class="icon-button"
          href={windowAddress()}
          target="_blank"
          rel="noreferrer"
          title="Open in a new tab"
          aria-label="Open in a new tab"
        >
          <Icon name={NEW_TAB} />
        </a>
      )}
    </div>
  );
}

function stateWords({ ability, stage, problems }: Session): string {
  if (ability.value === "failed") return "Not available";
  if (problems.value.length > 0) return "Does not build";
  if (ability.value === "starting") return "Starting the bundler…";
  if (stage.value === "silent") return "Does not answer";
  if (stage.value === "left") return "Away";
  if (stage.value === "stopped") return "Stopped";
  return stage.value === "blank" ? "Shows nothing" : "";
}

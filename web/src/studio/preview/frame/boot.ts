/** The first script of a preview's document; `public/preview.html` calls what it defines. */
import type { FromFrame, Greeting, Kept, ToFrame } from "../protocol";
import { REACT_SCRIPT } from "../stacks";
import { Components } from "./components";
import { captureConsole } from "./console";
import { captureFaults } from "./faults";
import { readPlace, restoreAddress, restoreFocus, restoreScroll } from "./kept";
import { Outbox } from "./outbox";
import { watchPaint } from "./paint";
import { runClassic, showPage, showStyle } from "./show";
import { installDialogs, installStores, keepInside, removePeers } from "./stand-ins";

Object.defineProperty(globalThis, "__atelier_start__", { value: start, configurable: true });

function start(port: MessagePort, { react, nonce }: Greeting): void {
  Reflect.deleteProperty(globalThis, "__atelier_start__");
  const tell = teller(port);
  const outbox = new Outbox((messages, dropped) => tell({ type: "messages", messages, dropped }));
  captureConsole(outbox);
  captureFaults(outbox);
  removePeers();
  installDialogs();
  keepInside();
  const stores = installStores();
  const components = new Components();
  components.install();
  runClassic(react, REACT_SCRIPT);

  const place = (): Kept => ({ ...readPlace(), ...stores.read(), state: [] });
  addEventListener("pagehide", () => tell({ type: "leaving", kept: place() }));

  let kept: Kept | null = null;
  let seen = false;
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === "ping") tell({ type: "pong", n: data.n });
    else if (data.type === "style") showStyle(data.css);
    else if (data.type === "keep") {
      tell({ type: "kept", kept: { ...place(), state: components.read() } });
    } else if (data.type === "focus") {
      if (kept) restoreFocus(kept);
    } else {
      kept = data.kept;
      if (kept) {
        stores.fill(kept);
        components.fill(kept.state);
        restoreAddress(kept);
      }
      showPage(data.bundle);
      watchPaint(
        (type) => {
          if (type === "painted" && !seen && kept) restoreScroll(kept);
          seen = true;
          tell({ type });
        },
        () => outbox.hasFailed,
      );
    }
  };
  tell({ type: "ready", nonce });
}

/** Made before any code of the app runs, which may replace what it is made of. */
function teller(port: MessagePort): (said: FromFrame) => void {
  const post = port.postMessage.bind(port);
  const json = JSON.stringify;
  return (said) => post(json(said));
}

import { Icon } from "../../shell/icons";
import { modelName } from "../../state/models";
import type { Build, BuildFile } from "../../stream/build";

interface Props {
  steps: Build["plan"];
  files: BuildFile[];
  /** Where another model planned than builds. */
  planner?: string;
}

/** What the model means to do, and what of it is done. */
export function Plan({ steps, files, planner = "" }: Props) {
  const done = new Set(files.filter(({ closed }) => closed).map(({ path }) => path));
  return (
    <section class="plan" aria-label="Plan">
      <h3>Plan{planner && ` by ${modelName(planner)}`}</h3>
      <ol>
        {steps.map(({ path, text }) => (
          <li key={`${path} ${text}`} class={done.has(path) ? "done" : ""}>
            {done.has(path) ? (
              <span class="plan-check">
                <Icon name="check" />
                <span class="visually-hidden">Done: </span>
              </span>
            ) : (
              <span class="plan-dot" aria-hidden="true" />
            )}
            <span>
              {text} <code>{path}</code>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

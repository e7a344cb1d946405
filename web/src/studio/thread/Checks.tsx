import type { Checked, StageName } from "../../stream/build";

interface Props {
  /** What is being run now. */
  checking: StageName | "";
  checked: Checked | null;
}

const RUNNING: Record<StageName, string> = {
  types: "Checking types…",
  lint: "Checking for slips…",
  preview: "Opening the page…",
  tests: "Running the tests…",
};

/** What was run on a turn's files, in a line; and what could not be, on demand. */
export function Checks({ checking, checked }: Props) {
  if (checking) {
    return (
      <p class="waiting">
        <span class="spinner" aria-hidden="true" />
        {RUNNING[checking]}
      </p>
    );
  }
  if (!checked) return null;
  const skipped = checked.stages.filter(({ why }) => why);
  const said = saidOf(checked);
  return (
    <div class="checks">
      {said && <p>{said}</p>}
      {(checked.why || skipped.length > 0) && (
        <details>
          <summary>{said ? "Not everything was checked" : "Not checked"}</summary>
          {checked.why && <p>{checked.why}</p>}
          {skipped.map(({ stage, why }) => (
            <p key={stage}>
              {NAMES[stage]}: {why}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

const NAMES: Record<StageName, string> = {
  types: "Types",
  lint: "Lint",
  preview: "Preview",
  tests: "Tests",
};

/** "Types, lint and 3 tests passed. 2 problems are left." */
export function saidOf({ stages }: Checked): string {
  const sound = stages.filter(({ problems, why, passed }) => !problems && (!why || passed));
  const problems = stages.reduce((sum, stage) => sum + stage.problems, 0);
  const words = sound.flatMap(({ stage, passed }) => {
    if (stage !== "tests") return [stage];
    return passed ? [passed === 1 ? "1 test" : `${passed} tests`] : ["tests"];
  });
  const passed = words.length > 0 ? `${capital(listed(words))} passed.` : "";
  const left = problems === 1 ? "1 problem was found." : `${problems} problems were found.`;
  return [passed, problems ? left : ""].filter(Boolean).join(" ");
}

function listed(words: string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import type { LiveRun } from "../state/live";
import { modelName } from "../state/models";
import type { RunNote } from "../stream/run-view";

/** What happened to the answer on its way, quietly. */
export function AnswerNotes({ live }: { live: LiveRun }) {
  const { notes } = live.view.value;
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note.kind}>{noteText(note)}</li>
      ))}
    </ul>
  );
}

function noteText(note: RunNote): string {
  switch (note.kind) {
    case "trimmed": {
      const which =
        note.dropped === 1 ? "1 older message was" : `${note.dropped} older messages were`;
      return `${which} ${note.summarised ? "summarised" : "left out"}, to fit what the model can read.`;
    }
    case "fallback":
      return `${modelName(note.to)} answers instead of ${modelName(note.from)}${because(note.reason)}.`;
    case "resumed":
      return "The answer was interrupted and went on from where it was.";
    case "restarted":
      return `The answer began again from the start${because(note.reason)}.`;
  }
}

const because = (reason: string) => (reason ? `: ${reason.replace(/\.$/, "")}` : "");

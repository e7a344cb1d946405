import { useEffect, useState } from "preact/hooks";
import {
  type Conflict,
  type ConflictTexts,
  type Resolution,
  readConflict,
} from "../../api/branches";
import { asProblem } from "../../api/http";
import { Icon } from "../../shell/icons";
import { DiffBox } from "../editor/DiffBox";
import { monaco } from "../monaco/load";
import { hasMarkers, WHY } from "./merging";

interface Props {
  project: string;
  conflict: Conflict;
  source: string;
  into: string;
  resolution: Resolution | null;
  decided: boolean;
  onDecide: (resolution: Resolution | null) => void;
}

/** A file that both branches changed: both versions, and what it becomes. */
export function ConflictCard(props: Props) {
  const { project, conflict, source, into, resolution, decided, onDecide } = props;
  const { path, kind, ours, theirs } = conflict;
  const [texts, setTexts] = useState<ConflictTexts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [byHand, setByHand] = useState(resolution?.take === "content");

  useEffect(() => {
    if (!open || texts) return;
    readConflict(project, source, into, path).then(setTexts, (error) =>
      setProblem(asProblem(error).message),
    );
  }, [open]);

  const choice = (take: "ours" | "theirs" | "delete", label: string) => (
    <button
      type="button"
      class="button small"
      aria-pressed={resolution?.take === take}
      onClick={() => {
        setByHand(false);
        onDecide({ take });
      }}
    >
      {label}
    </button>
  );

  return (
    <li class={decided ? "conflict-card decided" : "conflict-card"}>
      <button
        type="button"
        class="conflict-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={decided ? "check" : "alert"} />
        <span class="file-card-path">{path}</span>
        <span class="commit-facts">{decided ? wordOf(resolution, source, into) : WHY[kind]}</span>
      </button>
      <div class="conflict-choices" role="group" aria-label={`What ${path} becomes`}>
        {choice("ours", ours === null ? `Gone, as in ${into}` : `As in ${into}`)}
        {choice("theirs", theirs === null ? `Gone, as in ${source}` : `As in ${source}`)}
        {ours !== null && theirs !== null && choice("delete", "Delete it")}
        <button
          type="button"
          class="button small"
          aria-pressed={resolution?.take === "content"}
          onClick={() => {
            setOpen(true);
            setByHand(true);
          }}
        >
          Edit by hand
        </button>
      </div>
      {open && problem && <p class="form-problem">{problem}</p>}
      {open && !problem && !texts && (
        <p class="studio-note" role="status">
          Loading both sides…
        </p>
      )}
      {open && texts && (
        <Sides
          key={String(byHand)}
          texts={texts}
          names={[into, source]}
          byHand={byHand}
          kept={resolution?.take === "content" ? resolution.content : null}
          onKeep={(content) => onDecide({ take: "content", content })}
        />
      )}
    </li>
  );
}

interface SidesProps {
  texts: ConflictTexts;
  names: [ours: string, theirs: string];
  byHand: boolean;
  kept: string | null;
  onKeep: (content: string) => void;
}

function Sides({ texts, names: [into, source], byHand, kept, onKeep }: SidesProps) {
  const { path, ours, theirs, merged } = texts;
  const [text, setText] = useState(kept ?? merged ?? theirs ?? ours ?? "");
  const api = monaco.value;
  if (!byHand && ours === null && theirs === null) {
    return <p class="studio-note">Neither side is a text that could be shown.</p>;
  }
  const open = hasMarkers(text);
  return (
    <>
      <p class="conflict-names">
        <span>− {ours === null ? `Not in ${into}, or no text` : into}</span>
        <span>
          + {byHand ? "What it becomes" : theirs === null ? `Not in ${source}, or no text` : source}
        </span>
      </p>
      <div class="conflict-sides">
        {api ? (
          <DiffBox
            monaco={api}
            path={path}
            original={ours ?? ""}
            modified={byHand ? text : (theirs ?? "")}
            {...(byHand ? { onEdit: setText } : {})}
          />
        ) : (
          <p class="studio-note">Loading the editor…</p>
        )}
      </div>
      {byHand && (
        <p class="conflict-keep">
          <button
            type="button"
            class="button small primary"
            disabled={open || text === kept}
            onClick={() => onKeep(text)}
          >
            Keep this text
          </button>
          {open && (
            <span class="form-note">
              Lines of both sides stand between {"<<<<<<<"} and {">>>>>>>"}: choose, and take the
              marks away.
            </span>
          )}
          {!open && text === kept && <span class="form-note">Kept.</span>}
        </p>
      )}
    </>
  );
}

function wordOf(resolution: Resolution | null, source: string, into: string): string {
  switch (resolution?.take) {
    case "ours":
      return `As in ${into}`;
    case "theirs":
      return `As in ${source}`;
    case "delete":
      return "Deleted";
    case "content":
      return "Edited by hand";
    default:
      return "Decided for all";
  }
}

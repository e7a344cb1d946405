import type { Buffer } from "../buffer";
import type { Monaco } from "../monaco/load";
import type { OpenProject } from "../project";
import { nameOf } from "../text";
import { DiffBox } from "./DiffBox";

interface Props {
  monaco: Monaco;
  buffer: Buffer;
  project: OpenProject;
}

/** The file was changed while it was edited here. Both versions, and the choice. */
export function ConflictView({ monaco, buffer, project }: Props) {
  const theirs = buffer.conflict.value;
  if (!theirs) return null;
  const { path } = buffer;
  const gone = theirs.text === null;
  return (
    <>
      <div class="conflict" role="alert">
        <p>
          {gone
            ? `${nameOf(path)} was deleted while you edited it. Yours is on the right.`
            : `${nameOf(path)} was changed while you edited it: theirs is on the left, yours on the
              right. Edit yours as you like.`}
        </p>
        <button
          type="button"
          class="button small primary"
          onClick={() => void project.buffers.keepMine(path)}
        >
          Keep mine
        </button>
        <button type="button" class="button small" onClick={() => project.buffers.takeTheirs(path)}>
          {gone ? "Let it go" : "Take theirs"}
        </button>
      </div>
      <DiffBox
        monaco={monaco}
        path={path}
        original={theirs.text ?? ""}
        modified={buffer.text.value}
        onEdit={(text) => project.buffers.write(path, text)}
      />
    </>
  );
}

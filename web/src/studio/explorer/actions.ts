/** What a person may do with files, other than to edit them. Each says so when it did not work. */
import { asProblem } from "../../api/http";
import { deleteFile, type FileEntry, moveFile, readFile, writeFile } from "../../api/projects";
import { showToast } from "../../state/toasts";
import type { Studio } from "../studio";
import { folderOf, isTooLarge, MAX_TEXT_BYTES, nameOf, within } from "../text";

export async function createFile({ project, desk }: Studio, path: string): Promise<boolean> {
  return attempt(`${path} was not made`, async () => {
    await project.receive(await writeFile(project.id, project.branch.peek(), path, "", ""));
    desk.look(path);
  });
}

/** A file, or all that is in a folder. */
export async function movePath({ project, desk }: Studio, from: string, to: string): Promise<void> {
  if (from === to) return;
  await attempt(`${from} was not moved`, async () => {
    for (const entry of entriesOf(project.files.peek(), from)) {
      const target = to + entry.path.slice(from.length);
      if (!(await project.buffers.save(entry.path)))
        throw new Error(`${entry.path} is not saved yet.`);
      const now = project.files.peek().get(entry.path) ?? entry;
      const moved = await moveFile(project.id, project.branch.peek(), now, target);
      project.buffers.close(entry.path);
      await project.receive(moved);
      desk.moved(entry.path, target);
    }
  });
}

/** What is deleted can be taken back, here or in the history. */
export async function removePath({ project, desk }: Studio, path: string): Promise<void> {
  const gone: [FileEntry, ArrayBuffer][] = [];
  await attempt(`${path} was not deleted`, async () => {
    for (const entry of entriesOf(project.files.peek(), path)) {
      await project.buffers.save(entry.path);
      const now = project.files.peek().get(entry.path) ?? entry;
      const commit = project.project.peek()?.commit ?? "";
      const content = await readFile(project.id, now.path, commit);
      const after = await deleteFile(project.id, project.branch.peek(), now);
      gone.push([now, content]);
      project.buffers.close(now.path);
      desk.close(now.path);
      await project.receive(after);
    }
  });
  if (gone.length === 0) return;
  const branch = project.branch.peek();
  const restore = () =>
    attempt(`${path} did not come back`, async () => {
      for (const [entry, content] of gone) {
        await project.receive(await writeFile(project.id, branch, entry.path, "", content));
      }
    });
  showToast(`${nameOf(path)} deleted.`, { label: "Undo", run: () => void restore() });
}

/** Files from the person's machine, into a folder. One that is there already is asked about. */
export async function upload(studio: Studio, folder: string, files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const path = folder === "" ? file.name : `${folder}/${file.name}`;
    if (file.size > MAX_TEXT_BYTES) {
      showToast(`${file.name} was not uploaded: a file has at most 1 MB.`);
      continue;
    }
    const there = studio.project.files.peek().get(path);
    if (!there) await put(studio, path, "", file);
    else {
      showToast(`There is ${path} already.`, {
        label: "Replace",
        run: () => void put(studio, path, there.sha, file),
      });
    }
  }
}

function put({ project }: Studio, path: string, base: string, file: File): Promise<boolean> {
  return attempt(`${path} was not uploaded`, async () => {
    await project.receive(await writeFile(project.id, project.branch.peek(), path, base, file));
  });
}

function entriesOf(files: ReadonlyMap<string, FileEntry>, path: string): FileEntry[] {
  return [...files.values()].filter((entry) => entry.path === path || within(entry.path, path));
}

async function attempt(what: string, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    showToast(`${what}: ${asProblem(error).message}`);
    return false;
  }
}

export const noteOf = (entry: FileEntry): string =>
  isTooLarge(entry)
    ? `${nameOf(entry.path)} has more than 1 MB: too large for the editor.`
    : `${nameOf(entry.path)} is no text.`;

/** Files of the person's, or one of the tree that goes elsewhere. */
export async function dropInto(
  studio: Studio,
  folder: string,
  dropped: DataTransfer,
): Promise<void> {
  if (dropped.files.length > 0) return upload(studio, folder, [...dropped.files]);
  const from = dropped.getData("text/path");
  if (from === "" || folderOf(from) === folder || folder === from || within(folder, from)) return;
  const name = from.slice(from.lastIndexOf("/") + 1);
  await movePath(studio, from, folder === "" ? name : `${folder}/${name}`);
}

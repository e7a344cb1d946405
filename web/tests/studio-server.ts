/** A server with one project, as far as the studio's files need it. */
import { createHash } from "node:crypto";

const hash = (text: string) => createHash("sha1").update(text).digest("hex");

export class StudioServer {
  readonly id = "p";
  /** Each commit's files. */
  readonly commits: Map<string, string>[] = [];
  /** PUTs that were carried out. */
  writes = 0;
  /** The next PUT is carried out, and its answer is lost. */
  losesAnswer = false;
  down = false;

  constructor(files: Record<string, string>) {
    this.commit(Object.entries(files));
  }

  get files(): Map<string, string> {
    return this.commits.at(-1) as Map<string, string>;
  }

  /** As somebody else does it. */
  write(path: string, text: string | null): void {
    const others = [...this.files].filter(([other]) => other !== path);
    this.commit(text === null ? others : [...others, [path, text]]);
  }

  commit(files: Iterable<[string, string]>): void {
    this.commits.push(new Map(files));
  }

  readonly fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    if (this.down) throw new TypeError("down");
    const url = new URL(path, "http://here");
    const query = (name: string) => url.searchParams.get(name) ?? "";
    const at = query("commit") ? Number(query("commit")) : this.commits.length - 1;
    const files = this.commits[at] as Map<string, string>;
    const where = url.pathname.replace(`/api/projects/${this.id}`, "");
    if (where === "") return Response.json(this.#view());
    if (where === "/files") return Response.json({ commit: String(at), items: entries(files) });
    if (where !== "/file") return new Response(null, { status: 404 });
    const name = query("path");
    if (init.method !== "PUT") return new Response(files.get(name));
    const there = this.files.get(name);
    const sha = there === undefined ? "" : hash(there);
    if (sha !== query("base")) {
      const code = sha === "" ? "file_not_found" : "file_changed";
      return Response.json({ code, detail: "It has changed." }, { status: sha === "" ? 404 : 409 });
    }
    this.write(name, String(init.body));
    this.writes++;
    if (this.losesAnswer) {
      this.losesAnswer = false;
      throw new TypeError("lost");
    }
    return Response.json(this.#view());
  };

  #view() {
    return { id: this.id, name: "P", commit: String(this.commits.length - 1) };
  }
}

const entries = (files: Map<string, string>) =>
  [...files].map(([path, text]) => ({ path, sha: hash(text), size: text.length }));

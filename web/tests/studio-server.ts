/** A server with one project, as far as the studio's files need it. */
import { createHash } from "node:crypto";

const MAIN = "main";
const hash = (text: string) => createHash("sha1").update(text).digest("hex");

export class StudioServer {
  readonly id = "p";
  /** Each commit's files; its place is its name. */
  readonly commits: Map<string, string>[] = [];
  /** Which commit each branch is at. */
  readonly branches = new Map<string, number>();
  /** PUTs that were carried out. */
  writes = 0;
  /** The next PUT is carried out, and its answer is lost. */
  losesAnswer = false;
  down = false;

  constructor(files: Record<string, string>) {
    this.commit(Object.entries(files));
  }

  get files(): Map<string, string> {
    return this.of(MAIN);
  }

  of(branch: string): Map<string, string> {
    return this.commits[this.branches.get(branch) ?? 0] as Map<string, string>;
  }

  /** As somebody else does it. */
  write(path: string, text: string | null, branch = MAIN): void {
    const others = [...this.of(branch)].filter(([other]) => other !== path);
    this.commit(text === null ? others : [...others, [path, text]], branch);
  }

  commit(files: Iterable<[string, string]>, branch = MAIN): void {
    this.branches.set(branch, this.commits.push(new Map(files)) - 1);
  }

  readonly fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    if (this.down) throw new TypeError("down");
    const url = new URL(path, "http://here");
    const query = (name: string) => url.searchParams.get(name) ?? "";
    const branch = query("branch") || MAIN;
    const head = this.branches.get(branch);
    if (head === undefined) {
      return Response.json({ code: "branch_not_found", detail: "Gone." }, { status: 404 });
    }
    const at = query("commit") ? Number(query("commit")) : head;
    const files = this.commits[at] as Map<string, string>;
    const where = url.pathname.replace(`/api/projects/${this.id}`, "");
    if (where === "") return Response.json(this.#view(MAIN));
    if (where === "/status") return Response.json({ commit: { sha: String(head) } });
    if (where === "/files") return Response.json({ commit: String(at), items: entries(files) });
    if (where !== "/file") return new Response(null, { status: 404 });
    const name = query("path");
    if (init.method !== "PUT") return new Response(files.get(name));
    const there = this.of(branch).get(name);
    const sha = there === undefined ? "" : hash(there);
    if (sha !== query("base")) {
      const code = sha === "" ? "file_not_found" : "file_changed";
      return Response.json({ code, detail: "It has changed." }, { status: sha === "" ? 404 : 409 });
    }
    this.write(name, String(init.body), branch);
    this.writes++;
    if (this.losesAnswer) {
      this.losesAnswer = false;
      throw new TypeError("lost");
    }
    return Response.json(this.#view(branch));
  };

  #view(branch: string) {
    return { id: this.id, name: "P", branch, commit: String(this.branches.get(branch)) };
  }
}

const entries = (files: Map<string, string>) =>
  [...files].map(([path, text]) => ({ path, sha: hash(text), size: text.length }));

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Buffer } from "../src/studio/buffer";
import { StudioServer } from "./studio-server";

const APP = "src/App.tsx";
let server: StudioServer;
let store: Map<string, string>;

/** A tab with the project open; what was stored before is still there. */
async function openTab() {
  vi.resetModules();
  const globals = {
    window: globalThis,
    addEventListener() {},
    localStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    },
    fetch: server.fetch,
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const { OpenProject } = await import("../src/studio/project");
  const project = new OpenProject(server.id);
  await project.refresh();
  expect(project.phase.value).toBe("ready");
  return project;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  server = new StudioServer({ [APP]: "one\n", "src/style.css": "a {}\n" });
  store = new Map();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const waitFor = (condition: () => boolean) => vi.waitUntil(condition, { interval: 1 });
const bufferOf = (project: Awaited<ReturnType<typeof openTab>>) =>
  project.buffers.open(APP) as Buffer;

it("saves what is typed once the typing has ended, on top of what was seen", async () => {
  const project = await openTab();
  project.buffers.write(APP, "one!\n");
  await vi.advanceTimersByTimeAsync(700);
  project.buffers.write(APP, "two\n");
  await vi.advanceTimersByTimeAsync(700);
  expect(server.writes).toBe(0);
  expect(project.texts.value.get(APP)).toBe("two\n");
  await vi.advanceTimersByTimeAsync(200);
  await waitFor(() => project.buffers.unsaved.value.length === 0);
  expect(server.files.get(APP)).toBe("two\n");
  project.buffers.write(APP, "three\n");
  await project.buffers.save(APP);
  expect(server.writes).toBe(2);
  expect([...store.keys()]).toEqual([]);
});

it("gives the preview its pictures, and the editor only texts", async () => {
  server.write("src/logo.png", "\0PNG");
  const project = await openTab();
  const bytes = new TextEncoder().encode("\0PNG");
  expect(project.working.value.get("src/logo.png")).toEqual(bytes);
  expect(project.texts.value.has("src/logo.png")).toBe(false);
  server.write("src/logo.png", null);
  await project.refresh();
  expect(project.working.value.has("src/logo.png")).toBe(false);
});

it("follows a change made elsewhere where nothing is typed", async () => {
  const project = await openTab();
  const buffer = bufferOf(project);
  server.write(APP, "theirs\n");
  await project.refresh();
  expect(buffer.text.value).toBe("theirs\n");
  server.write(APP, null);
  await project.refresh();
  expect(project.texts.value.has(APP)).toBe(false);
});

it("writes over nobody: shows theirs, and keeps mine only when told to", async () => {
  const project = await openTab();
  project.buffers.write(APP, "mine\n");
  server.write(APP, "theirs\n");
  expect(await project.buffers.save(APP)).toBe(false);
  expect(server.files.get(APP)).toBe("theirs\n");
  const buffer = bufferOf(project);
  expect(buffer.conflict.value?.text).toBe("theirs\n");
  expect(buffer.text.value).toBe("mine\n");
  project.buffers.write(APP, "mine, edited\n");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.files.get(APP)).toBe("theirs\n");
  expect(await project.buffers.keepMine(APP)).toBe(true);
  expect(server.files.get(APP)).toBe("mine, edited\n");
  expect(buffer.conflict.value).toBeNull();
});

it("meets a turn that changed what is being typed", async () => {
  const project = await openTab();
  project.buffers.write(APP, "mine\n");
  server.write(APP, "the model's\n");
  await project.refresh();
  await waitFor(() => bufferOf(project).conflict.value !== null);
  project.buffers.takeTheirs(APP);
  expect(project.texts.value.get(APP)).toBe("the model's\n");
  expect(server.writes).toBe(0);
});

it("keeps mine of a file that was deleted meanwhile, or lets it go", async () => {
  const project = await openTab();
  project.buffers.write(APP, "mine\n");
  server.write(APP, null);
  expect(await project.buffers.save(APP)).toBe(false);
  expect(bufferOf(project).conflict.value?.text).toBeNull();
  expect(await project.buffers.keepMine(APP)).toBe(true);
  expect(server.files.get(APP)).toBe("mine\n");
});

it("is no conflict when only the answer was lost", async () => {
  const project = await openTab();
  server.losesAnswer = true;
  project.buffers.write(APP, "two\n");
  expect(await project.buffers.save(APP)).toBe(false);
  project.buffers.write(APP, "two and more\n");
  expect(await project.buffers.save(APP)).toBe(false);
  expect(bufferOf(project).conflict.value).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  await waitFor(() => project.buffers.unsaved.value.length === 0);
  expect(server.files.get(APP)).toBe("two and more\n");
});

it("tries again while the server is away", async () => {
  const project = await openTab();
  server.down = true;
  project.buffers.write(APP, "two\n");
  expect(await project.buffers.save(APP)).toBe(false);
  expect(bufferOf(project).problem.value).toContain("reached");
  server.down = false;
  await vi.advanceTimersByTimeAsync(6_000);
  await waitFor(() => project.buffers.unsaved.value.length === 0);
  expect(bufferOf(project).problem.value).toBeNull();
});

it.each([
  ["saves it", null],
  ["shows both where the file is another by then", "theirs\n"],
])("has what was typed after a reload, and %s", async (_, meanwhile) => {
  const before = await openTab();
  server.down = true;
  before.buffers.write(APP, "typed\n");
  await vi.advanceTimersByTimeAsync(300);
  server.down = false;
  if (meanwhile) server.write(APP, meanwhile);
  vi.clearAllTimers();

  const project = await openTab();
  expect(project.texts.value.get(APP)).toBe("typed\n");
  if (meanwhile) await waitFor(() => bufferOf(project).conflict.value !== null);
  else await waitFor(() => project.buffers.unsaved.value.length === 0);
  expect(server.files.get(APP)).toBe(meanwhile ?? "typed\n");
});

it("gives the preview what arrives on top of what is typed", async () => {
  const project = await openTab();
  project.buffers.write(APP, "typed\n");
  project.arriving.value = new Map([
    ["src/new.ts", "x"],
    ["src/style.css", null],
  ]);
  expect([...project.working.value]).toEqual([
    [APP, "typed\n"],
    ["src/new.ts", "x"],
  ]);
});

it("looks at another branch, and writes to the one that it looks at", async () => {
  server.write(APP, "blue\n");
  server.branches.set("try", server.branches.get("main") as number);
  server.write(APP, "green\n", "try");
  const project = await openTab();
  const buffer = bufferOf(project);
  expect(await project.switchTo("try")).toBe(true);
  expect(project.texts.value.get(APP)).toBe("green\n");
  expect(bufferOf(project)).not.toBe(buffer);
  project.buffers.write(APP, "greener\n");
  await project.buffers.save(APP);
  expect([server.files.get(APP), server.of("try").get(APP)]).toEqual(["blue\n", "greener\n"]);

  const again = await openTab();
  expect([again.branch.value, again.texts.value.get(APP)]).toEqual(["try", "greener\n"]);
  server.branches.delete("try");
  await again.refresh();
  expect([again.branch.value, again.texts.value.get(APP)]).toEqual(["main", "blue\n"]);
});

it("stays where something typed is not saved", async () => {
  server.branches.set("try", server.branches.get("main") as number);
  const project = await openTab();
  project.buffers.write(APP, "mine\n");
  server.write(APP, "theirs\n");
  expect(await project.switchTo("try")).toBe(false);
  expect(project.branch.value).toBe("main");
  expect(bufferOf(project).text.value).toBe("mine\n");
});

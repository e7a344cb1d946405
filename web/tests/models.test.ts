import { beforeEach, describe, expect, it, vi } from "vitest";

let asked: string[];
let answers: Record<string, Response>;
let models: typeof import("../src/state/models");
let toasts: typeof import("../src/state/toasts").toasts;

beforeEach(async () => {
  vi.resetModules();
  asked = [];
  answers = {};
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path.replace("/api/models/", ""));
    return answers[path.slice(path.lastIndexOf("/") + 1)];
  });
  models = await import("../src/state/models");
  ({ toasts } = await import("../src/state/toasts"));
  models.setModels({ items: [{ id: "tiny", state: "failed" }] as never, default: "tiny" });
});

const says = (state: string) => Response.json({ id: "tiny", state }, { status: 202 });
const refuses = (code: string) => Response.json({ code, detail: code }, { status: 409 });
const shown = () => [models.modelById("tiny")?.state, ...toasts.value.map(({ text }) => text)];

describe("another try of a failed model", () => {
  it("downloads what is not here", async () => {
    answers = { pull: says("pulling"), load: refuses("model_absent") };
    await models.retryModel("tiny");
    expect(asked).toEqual(["tiny/pull", "tiny/load"]);
    expect(shown()).toEqual(["pulling"]);
  });

  it("starts what is here", async () => {
    answers = { pull: says("failed"), load: says("loading") };
    await models.retryModel("tiny");
    expect(shown()).toEqual(["loading"]);
  });

  it("starts what needs no download", async () => {
    answers = { pull: refuses("nothing_to_pull"), load: says("loading") };
    await models.retryModel("tiny");
    expect(shown()).toEqual(["loading"]);
  });

  it("says that what needs no download is not here", async () => {
    answers = { pull: refuses("nothing_to_pull"), load: refuses("model_absent") };
    await models.retryModel("tiny");
    expect(shown()).toEqual(["failed", "model_absent"]);
  });

  it("says why it did not work", async () => {
    answers = { pull: refuses("no_room"), load: says("loading") };
    await models.retryModel("tiny");
    expect(asked).toEqual(["tiny/pull"]);
    expect(shown()).toEqual(["failed", "no_room"]);
  });
});

describe("the model for a new conversation", () => {
  const can = (id: string, ...capabilities: string[]) => ({ id, capabilities });
  const offer = (items: object[], standard: string | null) =>
    models.setModels({ items, default: standard } as never);

  it("is the one that was chosen, or the server's", () => {
    offer([can("a", "chat"), can("b", "chat")], "b");
    expect(models.newModel.value).toBe("b");
    models.chooseNewModel("a");
    expect(models.newModel.value).toBe("a");
  });

  it("is never one that only draws", () => {
    models.chooseNewModel("painter");
    offer([can("painter", "image"), can("a", "chat")], null);
    expect(models.newModel.value).toBe("a");
    expect(models.modelsFor("image").map(({ id }) => id)).toEqual(["painter"]);
    expect(models.modelsFor("chat").map(({ id }) => id)).toEqual(["a"]);
  });
});

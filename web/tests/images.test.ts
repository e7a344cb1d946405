import { describe, expect, it } from "vitest";
import type { Drawing, Image } from "../src/api/types";
import { BLANK, type Fields, fieldNamed, fieldsOf, jobOf, problemsOf } from "../src/images/fields";
import { added, matches, neighbours, refreshed } from "../src/images/gallery-list";
import { fits, larger, sizeChoices } from "../src/images/sizes";
import { endingSaid, pictureSaid } from "../src/images/words";

const DRAWING: Drawing = {
  width: 512,
  height: 512,
  steps: 28,
  guidance: 4.5,
  multiple: 16,
  min_side: 64,
  max_side: 1024,
  max_steps: 100,
};

const image = (id: string, minute: number, more: Partial<Image> = {}) =>
  ({
    id,
    prompt: `A ${id}`,
    model: "tiny",
    favourite: false,
    created_at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    ...more,
  }) as Image;

const ids = (list: Image[]) => list.map(({ id }) => id).join("");

describe("sizes", () => {
  it("knows what is larger, and when nothing is", () => {
    const drawing = { ...DRAWING, multiple: 16, max_side: 256 };
    expect(larger({ width: 64, height: 96 }, drawing)).toEqual({ width: 128, height: 192 });
    expect(larger({ width: 96, height: 160 }, drawing)).toEqual({ width: 160, height: 256 });
    expect(larger({ width: 128, height: 256 }, drawing)).toBeNull();
  });

  const sized = (drawing: Partial<Drawing>) =>
    sizeChoices({ ...DRAWING, ...drawing }).map(
      ({ label, width, height }) => `${label} ${width}x${height}`,
    );

  it("offers shapes of the model's own area, and large ones", () => {
    expect(sized({})).toEqual([
      "Square 512x512",
      "Landscape 624x416",
      "Portrait 416x624",
      "Large square 1024x1024",
      "Large landscape 1024x688",
      "Large portrait 688x1024",
    ]);
  });

  it("offers nothing twice where the limits leave no choice", () => {
    expect(sized({ min_side: 512, max_side: 512 })).toEqual(["Square 512x512"]);
  });

  it("begins with the model's own shape", () => {
    expect(sized({ width: 768, height: 512, max_side: 768 })[0]).toBe("Landscape 768x512");
  });

  it.each([
    {},
    { width: 128, height: 128, min_side: 64, max_side: 256 },
    { width: 1000, height: 600, multiple: 8, min_side: 100, max_side: 1001 },
    { width: 512, height: 512, min_side: 300, max_side: 520, multiple: 64 },
  ])("offers only what the model draws: %o", (limits) => {
    const drawing = { ...DRAWING, ...limits };
    const choices = sizeChoices(drawing).slice(1); // the first is the model's own word
    expect(choices.filter((size) => !fits(size, drawing))).toEqual([]);
    expect(choices.length).toBeGreaterThan(0);
  });

  it("knows what a model cannot draw", () => {
    expect(fits({ width: 512, height: 1024 }, DRAWING)).toBe(true);
    expect(fits({ width: 512, height: 1040 }, DRAWING)).toBe(false);
    expect(fits({ width: 48, height: 512 }, DRAWING)).toBe(false);
    expect(fits({ width: 500, height: 512 }, DRAWING)).toBe(false);
  });
});

describe("fields", () => {
  const filled = (patch: Partial<Fields>): Fields => ({ ...BLANK, prompt: "two boats", ...patch });
  const wrong = (patch: Partial<Fields>) => problemsOf(filled(patch), DRAWING);

  it("asks for the model's own where nothing is filled in", () => {
    expect(problemsOf(filled({}), DRAWING)).toEqual({});
    expect(jobOf(filled({}), "tiny")).toEqual({
      prompt: "two boats",
      negative_prompt: "",
      model: "tiny",
      count: 1,
    });
  });

  it("asks for what is filled in, with a comma too", () => {
    const fields = filled({
      prompt: "  two boats ",
      size: { width: 64, height: 128 },
      count: "3",
      steps: "9",
      guidance: "4,5",
      seed: "0",
    });
    expect(wrong(fields)).toEqual({});
    expect(jobOf(fields, null)).toEqual({
      prompt: "two boats",
      negative_prompt: "",
      width: 64,
      height: 128,
      count: 3,
      steps: 9,
      guidance: 4.5,
      seed: 0,
    });
  });

  it("tells what is wrong beside the field", () => {
    expect(wrong({ prompt: " \n" })).toEqual({ prompt: "Say what to draw." });
    expect(wrong({ steps: "101" })).toEqual({ steps: "A whole number from 1 to 100." });
    expect(wrong({ steps: "many", count: "9" })).toEqual({
      steps: "A whole number from 1 to 100.",
      count: "A whole number from 1 to 8.",
    });
    expect(Object.keys(wrong({ guidance: "0.5", seed: "-1" }))).toEqual(["guidance", "seed"]);
    expect(Object.keys(wrong({ seed: String(2 ** 53) }))).toEqual(["seed"]);
    expect(Object.keys(wrong({ seed: "1.5" }))).toEqual(["seed"]);
  });

  it("counts characters as the server does", () => {
    expect(wrong({ prompt: "😀".repeat(2000) })).toEqual({});
    expect(Object.keys(wrong({ prompt: "😀".repeat(2001) }))).toEqual(["prompt"]);
  });

  it("asks for the same picture again", () => {
    const settings = {
      prompt: "a house",
      negative_prompt: "people",
      width: 128,
      height: 64,
      steps: 4,
      guidance: 3.5,
      scheduler: "ddim",
      seed: 41,
    };
    const alone = { input_id: null, strength: 1, mask_id: null };
    const again = jobOf(fieldsOf({ ...settings, ...alone, model: "tiny" }), "tiny");
    expect(again).toEqual({ ...settings, model: "tiny", count: 1 });
    const input = { input_id: "a", strength: 0.35, mask_id: "b" };
    const changed = jobOf(fieldsOf({ ...settings, ...input, model: "tiny" }), "tiny");
    expect(changed).toEqual({ ...settings, ...input, model: "tiny", count: 1 });
  });

  it("needs no words where it begins with a picture", () => {
    expect(wrong({ prompt: "", input_id: "a" })).toEqual({});
    expect(jobOf({ ...BLANK, input_id: "a" }, null)).toMatchObject({ prompt: "", strength: 0.6 });
  });

  it("knows which field the server means", () => {
    expect(fieldNamed("body.width")).toBe("size");
    expect(fieldNamed("body.steps")).toBe("steps");
    expect(fieldNamed("body.id")).toBeNull();
    expect(fieldNamed("body.constructor")).toBeNull();
    expect(fieldNamed(null)).toBeNull();
  });
});

describe("the gallery's list", () => {
  const [d, c, b, a] = [image("d", 4), image("c", 3), image("b", 2), image("a", 1)];
  const never = () => false;

  it("stands newest first and holds nothing twice; the newer word counts", () => {
    const list = added([c, a], [image("b", 2), image("c", 3, { favourite: true }), d]);
    expect(ids(list)).toBe("dcba");
    expect(list[1]?.favourite).toBe(true);
  });

  it("puts those of one moment in the server's order", () => {
    expect(ids(added([], [image("x", 1), image("z", 1), image("y", 1)]))).toBe("zyx");
  });

  it("forgets what was deleted elsewhere within a page, and keeps what is older", () => {
    expect(ids(refreshed([d, c, b, a], [d, b], false, never))).toBe("dba");
    expect(ids(refreshed([d, c, b, a], [d, b], true, never))).toBe("db");
  });

  it("keeps what was drawn while the page was on its way", () => {
    expect(ids(refreshed([d, c], [c], true, (id) => id === "d"))).toBe("dc");
  });

  it("forgets nothing for an empty page of a search that goes on", () => {
    expect(ids(refreshed([], [], false, never))).toBe("");
    expect(ids(refreshed([d], [], true, never))).toBe("");
  });

  it("knows which new pictures belong into it", () => {
    const everything = { q: "", model: null, favourite: false };
    const boats = image("x", 1, { prompt: "Two BOATS at sea" });
    expect(matches(boats, everything)).toBe(true);
    expect(matches(boats, { ...everything, q: " boats " })).toBe(true);
    expect(matches(boats, { ...everything, q: "house" })).toBe(false);
    expect(matches(boats, { ...everything, model: "other" })).toBe(false);
    expect(matches(boats, { ...everything, favourite: true })).toBe(false);
  });

  it("knows a picture's neighbours", () => {
    expect(neighbours([d, c, b], "c")).toEqual([d, b]);
    expect(neighbours([d, c, b], "d")).toEqual([null, c]);
    expect(neighbours([d, c, b], "z")).toEqual([null, null]);
  });
});

describe("how a job stands", () => {
  const waiting = { reason: "model_loading", detail: "", retry_in_s: null };

  it("tells the steps and about how long it takes", () => {
    expect(pictureSaid({ index: 0, step: 7, steps: 20, eta_ms: 3200 }, null)).toBe(
      "Step 7 of 20 · about 3 s left",
    );
    expect(pictureSaid({ index: 0, step: 1, steps: 20 }, waiting)).toBe("Step 1 of 20");
  });

  it("tells what it waits for", () => {
    expect(pictureSaid(undefined, waiting)).toBe("The model is starting…");
    expect(pictureSaid(undefined, { ...waiting, reason: "x", detail: "Told." })).toBe("Told.");
    expect(pictureSaid(undefined, null)).toBe("Waiting for its turn…");
  });

  it("tells how it ended", () => {
    expect(endingSaid("completed", 1)).toBe("1 picture is done.");
    expect(endingSaid("cancelled", 2)).toBe("Cancelled. 2 pictures are done.");
    expect(endingSaid("failed", 0)).toBe("The drawing failed.");
  });
});

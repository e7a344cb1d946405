import { afterEach, describe, expect, it, vi } from "vitest";
import { isComposing, withMod } from "../src/shell/keys";

afterEach(() => vi.unstubAllGlobals());

const press = (more: Partial<KeyboardEvent>) =>
  ({ isComposing: false, keyCode: 13, ctrlKey: false, metaKey: false, ...more }) as KeyboardEvent;

describe("a key press", () => {
  it("belongs to the input method, also where Safari says so only by its code", () => {
    expect(isComposing(press({ isComposing: true }))).toBe(true);
    expect(isComposing(press({ keyCode: 229 }))).toBe(true);
    expect(isComposing(press({}))).toBe(false);
  });

  it.each([
    ["MacIntel", false, true],
    ["Linux x86_64", true, true],
    ["Win32", true, true],
  ])("is a shortcut on %s with Ctrl: %s, with ⌘: %s", (platform, ctrl, meta) => {
    vi.stubGlobal("navigator", { platform });
    expect(withMod(press({ ctrlKey: true }))).toBe(ctrl);
    expect(withMod(press({ metaKey: true }))).toBe(meta);
    expect(withMod(press({}))).toBe(false);
  });
});

import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endingSaid, speak, spoken } from "../src/shell/speech";
import { newRunView } from "../src/stream/run-view";
import { waitingSaid } from "../src/thread/waiting-text";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("speech", () => {
  it("says the same words again, since the region was empty in between", () => {
    const seen: string[] = [];
    const stop = effect(() => void seen.push(spoken.value));
    for (let i = 0; i < 2; i++) {
      speak(["Answer stopped."]);
      vi.advanceTimersByTime(2_000);
    }
    stop();
    expect(seen).toEqual(["", "Answer stopped.", "", "Answer stopped."]);
  });

  it("loses nothing that is to be said in quick succession", () => {
    speak(["One."]);
    speak(["Two."]);
    vi.advanceTimersByTime(2_000);
    expect(spoken.value).toBe("One. Two.");
  });

  it("tells why an answer failed", () => {
    const error = { code: "provider", detail: "The key was refused." };
    expect(endingSaid({ ...newRunView("a"), status: "failed", error })).toEqual([
      "The answer failed.",
      "The key was refused.",
    ]);
    expect(endingSaid({ ...newRunView("a"), status: "unknown" })).toEqual([]);
  });

  it("leaves the time out of what an answer waits for", () => {
    const waiting = {
      reason: "model_loading",
      detail: "Loading, about 20 s left.",
      retry_in_s: 20,
    };
    expect(waitingSaid(waiting)).toBe("The model is loading.");
    expect(waitingSaid({ ...waiting, reason: "other", detail: "" })).toBe("Waiting.");
    expect(waitingSaid(null)).toBe("");
  });
});

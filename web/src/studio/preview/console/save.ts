import type { Positions } from "../positions";
import type { ConsoleLog } from "./log";

/** Lets the browser keep what the console holds, as a file. */
export function saveLog(log: ConsoleLog, positions: Positions): void {
  const messages = [...log.earlier, ...log.entries].map(
    ({ id: _id, time, stack = "", ...entry }) => ({
      ...entry,
      time: new Date(time).toISOString(),
      at: positions.first(stack),
      stack,
    }),
  );
  const text = JSON.stringify({ dropped: log.dropped, counts: log.counts, messages }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "console.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

const AROUND = 2;
const MAX_WIDTH = 200;

/** The lines around a place, numbered, with marks below what is meant. All count from 1. */
export function codeFrame(text: string, line: number, column: number, length: number): string {
  const lines = text.split("\n");
  const first = Math.max(1, line - AROUND);
  const last = Math.min(lines.length, line + AROUND);
  const digits = `${last}`.length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const code = (lines[number - 1] ?? "").replaceAll("\t", " ").slice(0, MAX_WIDTH);
    frame.push(`${number === line ? ">" : " "} ${`${number}`.padStart(digits)} │ ${code}`);
    if (number !== line || column > MAX_WIDTH) continue;
    const marks = "^".repeat(Math.max(1, Math.min(length, code.length - column + 1)));
    frame.push(`  ${" ".repeat(digits)} │ ${" ".repeat(column - 1)}${marks}`);
  }
  return frame.join("\n");
}

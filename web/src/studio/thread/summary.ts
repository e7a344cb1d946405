/** What a finished answer says in Markdown, taken apart again. Pure. */

/** A step of its plan, or a file with the reason. */
export interface SummaryLine {
  path: string;
  text: string;
}

export interface Summary {
  words: string;
  lines: SummaryLine[];
}

const LINE = /^- `([^`]+)`:(?: (.*))?$/;

/** The words come first, then a line for each step or file. */
export function summaryOf(content: string): Summary {
  const rows = content.trimEnd().split("\n");
  const lines: SummaryLine[] = [];
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
    const [, path, text = ""] = LINE.exec(row) ?? [];
    if (path === undefined) {
      rows.push(row);
      break;
    }
    lines.unshift({ path, text });
  }
  return { words: rows.join("\n").trim(), lines };
}

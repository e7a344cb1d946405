/** Code with its colours, once they are there. */
import type { ElementContent, Root, RootContent } from "hast";
import type { ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { canHighlight, highlight, loadLanguage } from "./highlight";

interface Props {
  code: string;
  language: string;
  /** It still grows. */
  open: boolean;
}

/** A growing block is coloured again each time it is a quarter longer: linear in the end. */
const GROWTH = 1.25;

export function Code({ code, language, open }: Props) {
  const [, redraw] = useState(false);
  const coloured = useRef<{ length: number; tree: Root } | null>(null);
  const wanted = canHighlight(language, code);

  useEffect(() => {
    let shown = true;
    if (wanted) void loadLanguage(language).then((loaded) => shown && loaded && redraw(true));
    return () => {
      shown = false;
    };
  }, [wanted, language]);

  const whole = open ? code.lastIndexOf("\n") + 1 : code.length;
  const known = coloured.current?.length ?? 0;
  if (wanted && (open ? whole > known * GROWTH + 40 : whole !== known)) {
    const tree = highlight(language, code.slice(0, whole));
    if (tree) coloured.current = { length: whole, tree };
  }
  const done = coloured.current;
  if (!done || done.length > code.length) return <code>{code}</code>;
  return (
    <code>
      <Tree tree={done.tree} />
      {code.slice(done.length)}
    </code>
  );
}

const drawn = new WeakMap<Root, ComponentChild[]>();

/** Drawn once for each tree: a vnode that is the same one is skipped. */
function Tree({ tree }: { tree: Root }) {
  const nodes = drawn.get(tree) ?? tree.children.map(node);
  drawn.set(tree, nodes);
  return <>{nodes}</>;
}

function node(child: RootContent | ElementContent, key: number): ComponentChild {
  if (child.type === "text") return child.value;
  if (child.type !== "element") return null;
  const names = child.properties.className;
  return (
    <span key={key} class={Array.isArray(names) ? names.join(" ") : undefined}>
      {child.children.map(node)}
    </span>
  );
}

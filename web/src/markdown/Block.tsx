/** One block of Markdown. It is drawn again only when its token is another one. */
import type { Token, Tokens } from "marked";
import { Component, type ComponentChild } from "preact";
import { CodeBlock } from "./CodeBlock";
import { DEEPEST, Inline } from "./Inline";
import type { OpenCode } from "./streaming";
import { Table } from "./Table";

interface Props {
  token: Token;
  depth: number;
}

export class Block extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.token !== this.props.token;
  }

  override render({ token, depth }: Props): ComponentChild {
    return block(token, depth);
  }
}

/** Spaces do not count as places, so that a block keeps its place while the text around it grows. */
export const Blocks = ({ tokens, depth = 0 }: { tokens: Token[]; depth?: number }) => (
  <>
    {tokens
      .filter(({ type }) => type !== "space")
      .map((token, index) => (
        <Block key={index} token={token} depth={depth} />
      ))}
  </>
);

function block(token: Token, depth: number): ComponentChild {
  if (depth >= DEEPEST) return <Raw token={token} />;
  switch (token.type) {
    case "def":
      return null;
    case "heading":
      return <Heading token={token as Tokens.Heading} />;
    case "paragraph":
      return (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      );
    case "text": // the content of a tight list item
      return token.tokens ? <Inline tokens={token.tokens} /> : token.text;
    case "code": {
      const { text, lang, open } = token as OpenCode;
      return <CodeBlock code={text} lang={lang ?? ""} open={open === true} />;
    }
    case "blockquote":
      return (
        <blockquote>
          <Blocks tokens={token.tokens ?? []} depth={depth + 1} />
        </blockquote>
      );
    case "list":
      return <List token={token as Tokens.List} depth={depth + 1} />;
    case "table":
      return <Table token={token as Tokens.Table} />;
    case "hr":
      return <hr />;
    case "html":
      return <Raw token={token} />;
    default:
      return <Inline tokens={[token]} />;
  }
}

const Raw = ({ token }: { token: Token }) => <p class="raw">{token.raw.trimEnd()}</p>;

/** The page's title is h1 and a message's author h2, so an answer's own headings begin at h3. */
function Heading({ token: { depth, tokens } }: { token: Tokens.Heading }) {
  const content = <Inline tokens={tokens} />;
  if (depth === 1) return <h3 class="large">{content}</h3>;
  return depth === 2 ? <h3>{content}</h3> : <h3 class="small">{content}</h3>;
}

function List({ token, depth }: { token: Tokens.List; depth: number }) {
  const { ordered, start, items, loose } = token;
  const rows = items.map((item, index) => (
    <li key={index} class={item.task ? "task" : undefined}>
      <Blocks tokens={item.tokens} depth={depth} />
    </li>
  ));
  const look = loose ? "loose" : undefined;
  if (!ordered) return <ul class={look}>{rows}</ul>;
  return (
    <ol class={look} start={typeof start === "number" ? start : 1}>
      {rows}
    </ol>
  );
}

/** One block of Markdown. It is drawn again only when its token is another one. */
import type { Token, Tokens } from "marked";
import { Component, type ComponentChild } from "preact";
import { CodeBlock } from "./CodeBlock";
import { Inline } from "./Inline";
import type { OpenCode } from "./streaming";
import { Table } from "./Table";

interface Props {
  token: Token;
}

export class Block extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.token !== this.props.token;
  }

  override render({ token }: Props): ComponentChild {
    return block(token);
  }
}

/** Spaces do not count as places, so that a block keeps its place while the text around it grows. */
export const Blocks = ({ tokens }: { tokens: Token[] }) => (
  <>
    {tokens
      .filter(({ type }) => type !== "space")
      .map((token, index) => (
        <Block key={index} token={token} />
      ))}
  </>
);

function block(token: Token): ComponentChild {
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
          <Blocks tokens={token.tokens ?? []} />
        </blockquote>
      );
    case "list":
      return <List token={token as Tokens.List} />;
    case "table":
      return <Table token={token as Tokens.Table} />;
    case "hr":
      return <hr />;
    case "html":
      return <p class="raw">{token.raw.trimEnd()}</p>;
    default:
      return <Inline tokens={[token]} />;
  }
}

/** The page's title is h1 and a message's author h2, so an answer's own headings begin at h3. */
function Heading({ token: { depth, tokens } }: { token: Tokens.Heading }) {
  const content = <Inline tokens={tokens} />;
  if (depth === 1) return <h3 class="large">{content}</h3>;
  return depth === 2 ? <h3>{content}</h3> : <h3 class="small">{content}</h3>;
}

function List({ token: { ordered, start, items, loose } }: { token: Tokens.List }) {
  const rows = items.map((item, index) => (
    <li key={index} class={item.task ? "task" : undefined}>
      <Blocks tokens={item.tokens} />
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

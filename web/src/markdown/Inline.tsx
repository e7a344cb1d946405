/**
 * Inline Markdown as elements. HTML in an answer is shown as the text it is; nothing the model
 * writes is ever given to the browser as markup.
 */
import type { Token, Tokens } from "marked";
import type { ComponentChild } from "preact";
import { decodeEntities } from "./entities";
import { drawnImage, isEmbeddedImage, safeHref } from "./links";

/** What is nested deeper, inline or in blocks, is shown as it was written: a level costs stack. */
export const DEEPEST = 20;

export function Inline({ tokens, depth = 0 }: { tokens: Token[] | undefined; depth?: number }) {
  return <>{tokens?.map((token, key) => inline(token, key, depth + 1))}</>;
}

function inline(token: Token, key: number, depth: number): ComponentChild {
  if (depth >= DEEPEST) return token.raw;
  const content = "tokens" in token && token.tokens && (
    <Inline key={key} tokens={token.tokens} depth={depth} />
  );
  switch (token.type) {
    case "text":
      return content || decodeEntities(token.text);
    case "strong":
      return <strong key={key}>{content}</strong>;
    case "em":
      return <em key={key}>{content}</em>;
    case "del":
      return <del key={key}>{content}</del>;
    case "codespan":
      return <code key={key}>{token.text}</code>;
    case "br":
      return <br key={key} />;
    case "escape":
      return token.text;
    case "link":
      return (
        <Link key={key} token={token as Tokens.Link}>
          {content}
        </Link>
      );
    case "image":
      return <Picture key={key} token={token as Tokens.Image} />;
    case "checkbox":
      return <input key={key} type="checkbox" checked={token.checked} disabled aria-label="Task" />;
    default:
      return token.raw;
  }
}

function Link({ token, children }: { token: Tokens.Link; children: ComponentChild }) {
  const href = safeHref(token.href);
  if (href === null) return <>{children}</>;
  return (
    <a href={href} title={token.title ?? undefined} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Picture({ token }: { token: Tokens.Image }) {
  if (isEmbeddedImage(token.href)) return <img src={token.href} alt={token.text} />;
  const drawn = drawnImage(token.href);
  if (drawn) {
    const [width, height] = token.title?.split("×") ?? [];
    return (
      <a class="drawn" href={`/images/${drawn}`}>
        <img src={token.href} alt={token.text} width={width} height={height} />
      </a>
    );
  }
  const href = safeHref(token.href);
  const text = `Picture: ${token.text || token.href}`;
  if (href === null) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

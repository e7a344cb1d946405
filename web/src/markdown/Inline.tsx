/**
 * Inline Markdown as elements. HTML in an answer is shown as the text it is; nothing the model
 * writes is ever given to the browser as markup.
 */
import type { Token, Tokens } from "marked";
import type { ComponentChild } from "preact";
import { decodeEntities } from "./entities";
import { isEmbeddedImage, safeHref } from "./links";

export function Inline({ tokens }: { tokens: Token[] | undefined }) {
  return <>{tokens?.map(inline)}</>;
}

function inline(token: Token, key: number): ComponentChild {
  switch (token.type) {
    case "text":
      return token.tokens ? <Inline key={key} tokens={token.tokens} /> : decodeEntities(token.text);
    case "strong":
      return <strong key={key}>{<Inline tokens={token.tokens} />}</strong>;
    case "em":
      return <em key={key}>{<Inline tokens={token.tokens} />}</em>;
    case "del":
      return <del key={key}>{<Inline tokens={token.tokens} />}</del>;
    case "codespan":
      return <code key={key}>{token.text}</code>;
    case "br":
      return <br key={key} />;
    case "escape":
      return token.text;
    case "link":
      return <Link key={key} token={token as Tokens.Link} />;
    case "image":
      return <Picture key={key} token={token as Tokens.Image} />;
    case "checkbox":
      return <input key={key} type="checkbox" checked={token.checked} disabled aria-label="Task" />;
    default:
      return token.raw;
  }
}

function Link({ token }: { token: Tokens.Link }) {
  const href = safeHref(token.href);
  if (href === null) return <Inline tokens={token.tokens} />;
  return (
    <a href={href} title={token.title ?? undefined} target="_blank" rel="noopener noreferrer">
      <Inline tokens={token.tokens} />
    </a>
  );
}

function Picture({ token }: { token: Tokens.Image }) {
  if (isEmbeddedImage(token.href)) return <img src={token.href} alt={token.text} />;
  const href = safeHref(token.href);
  const text = `Picture: ${token.text || token.href}`;
  if (href === null) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

import { useState } from "preact/hooks";
import { CopyButton } from "../shell/CopyButton";
import { IconButton } from "../shell/IconButton";
import { Code } from "./Code";
import { languageName, languageOf } from "./languages";

interface Props {
  code: string;
  lang: string;
  open: boolean;
}

export function CodeBlock({ code, lang, open }: Props) {
  const [wrap, setWrap] = useState(false);
  const name = languageName(lang);
  const language = languageOf(name);
  const label = language?.label ?? (name || "Text");
  return (
    <div class="code">
      <div class="code-head">
        <span>{label}</span>
        <IconButton icon="wrap" label="Wrap lines" pressed={wrap} onClick={() => setWrap(!wrap)} />
        <IconButton
          icon="download"
          label="Download code"
          onClick={() => download(code, `code.${language?.extension ?? "txt"}`)}
        />
        <CopyButton text={() => code} what="code" />
      </div>
      <pre
        class={wrap ? "wrapped" : undefined}
        role="group"
        aria-label={`${label} code`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        tabIndex={0}
      >
        <Code code={code} language={name} open={open} />
      </pre>
    </div>
  );
}

function download(code: string, name: string): void {
  const url = URL.createObjectURL(new Blob([code], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

import { useEffect, useState } from "preact/hooks";
import { copyText } from "./copy";
import { IconButton } from "./IconButton";

const SHOWN_MS = 1_600;

export function CopyButton({ text, what }: { text: () => string; what: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      icon={copied ? "check" : "copy"}
      label={copied ? "Copied" : `Copy ${what}`}
      onClick={async () => setCopied(await copyText(text()))}
    />
  );
}

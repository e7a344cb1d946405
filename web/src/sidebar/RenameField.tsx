import { useEffect, useRef } from "preact/hooks";
import { isComposing } from "../shell/keys";

interface Props {
  title: string;
  label?: string;
  onDone: (title: string | null) => void;
}

/** Enter or leaving the field keeps the name, Escape does not; null means no change. */
export function RenameField(props: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const done = (keep: boolean) => {
    if (over.current) return;
    over.current = true;
    const title = input.current?.value.trim() ?? "";
    props.onDone(keep && title !== "" && title !== props.title ? title : null);
  };

  return (
    <input
      ref={input}
      class="rename"
      aria-label={props.label ?? "Conversation title"}
      maxLength={200}
      defaultValue={props.title}
      onBlur={() => done(true)}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Enter") done(true);
        if (event.key !== "Escape") return;
        event.preventDefault();
        done(false);
      }}
    />
  );
}

interface Props {
  label: string;
  words: string;
  /** From 0 to 1; absent where nobody can tell. */
  fraction?: number | undefined;
}

/** How far a call is. */
export function Waiting({ label, words, fraction }: Props) {
  return (
    <div class="import-progress" role="status">
      <progress
        max={1}
        aria-label={label}
        {...(fraction === undefined ? {} : { value: fraction })}
      />
      <span>{words}</span>
    </div>
  );
}

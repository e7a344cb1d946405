import type { ComponentChildren } from "preact";
import type { Problem } from "../../api/http";
import { TextField } from "./TextField";
import type { Remote } from "./use-remote";
import { aboutField } from "./words";

interface Props {
  remote: Remote;
  problem: Problem | null;
  tokenHint: string;
  /** Between the address and the token. */
  children: ComponentChildren;
}

/** Where a repository is, and what opens it. */
export function RemoteFields({ remote, problem, tokenHint, children }: Props) {
  return (
    <>
      <TextField
        label="Address"
        inputMode="url"
        placeholder="https://name/path.git"
        maxLength={500}
        autofocus
        value={remote.url}
        problem={remote.wrong ?? aboutField(problem, "url")}
        onText={remote.setUrl}
      />
      {children}
      <TextField
        label="Token"
        secret
        hint={tokenHint}
        maxLength={500}
        value={remote.token}
        problem={aboutField(problem, "token")}
        onText={remote.setToken}
      />
    </>
  );
}

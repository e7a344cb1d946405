import { useState } from "preact/hooks";
import { urlProblem } from "./words";

export interface Remote {
  url: string;
  token: string;
  /** What is wrong with the address, once it was looked at. */
  wrong: string | null;
  setUrl(url: string): void;
  setToken(token: string): void;
  /** Looks at the address before anybody is asked. */
  isFit(): boolean;
}

/** A repository elsewhere as it is typed. The token is in this state alone, and goes with it. */
export function useRemote(start: string): Remote {
  const [url, setUrl] = useState(start);
  const [token, setToken] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  return {
    url,
    token,
    wrong,
    setToken,
    setUrl(text) {
      setUrl(text);
      setWrong(null);
    },
    isFit() {
      const refused = urlProblem(url.trim());
      setWrong(refused);
      return refused === null;
    },
  };
}

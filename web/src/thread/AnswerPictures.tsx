/** The pictures of an answer that are not done; done, they are in its text. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { RunView } from "../stream/run-view";

interface Props {
  view: RunView;
  drawing: NonNullable<RunView["drawing"]>;
}

/** What shows them is loaded with the Images page, which most chats never need. */
export function AnswerPictures(props: Props) {
  const [Pictures, show] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    import("../images/ImagesPage").then(
      (page) => show(() => page.UnfinishedPictures),
      () => {}, // offline: they come with the text when they are done
    );
  }, []);
  return Pictures && <Pictures {...props} />;
}

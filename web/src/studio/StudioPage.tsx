/** The code studio: the list of projects, or one of them at work. */
import "../styles/studio-list.css";
import "../styles/studio-thread.css";
import "../styles/studio-files.css";
import "../styles/studio-editor.css";
import "../styles/studio.css";
import { Head } from "./Head";
import { ProjectList } from "./list/ProjectList";
import { studio } from "./studio";
import { Workbench } from "./Workbench";

export { Head };

export default function StudioPage() {
  const open = studio.value;
  return open ? <Workbench key={open.project.id} studio={open} /> : <ProjectList />;
}

/** Projects from elsewhere, and to there: dialogs that few open. */
import "../../styles/remotes.css";

export { ImportDialog } from "./ImportDialog";
export { PushDialog } from "./PushDialog";

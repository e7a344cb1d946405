/** In one chunk, for what two chunks share would be a third one that the page waits for. */
import "../styles/branches.css";
import "../styles/remotes.css";

export { BranchPane } from "./branches/BranchPane";
export { BranchView } from "./branches/BranchView";
export { RequestView } from "./branches/RequestView";
export { SearchPane } from "./explorer/SearchPane";
export { HistoryPane } from "./history/HistoryPane";
export { ImportDialog } from "./remotes/ImportDialog";
export { PushDialog } from "./remotes/PushDialog";
export { BudgetForm } from "./thread/BudgetForm";
export { PlanOffer } from "./thread/PlanOffer";

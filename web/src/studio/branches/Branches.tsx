/** Branches of a project, their merges, and what is said about them. */
import "../../styles/branches.css";

export { BranchPane } from "./BranchPane";
export { BranchView } from "./BranchView";
export { RequestView } from "./RequestView";

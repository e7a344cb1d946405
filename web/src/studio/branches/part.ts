/** What shows branches, which comes when somebody looks at them first. */
import { Later } from "../later";

export const branchPart = new Later(() => import("./Branches"));

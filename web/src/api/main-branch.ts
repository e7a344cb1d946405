/** The branch that every project has. */
export const MAIN = "main";

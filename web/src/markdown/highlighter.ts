/** A chunk of its own: named here, so that only the core is taken, not every grammar. */
export { createLowlight } from "lowlight";

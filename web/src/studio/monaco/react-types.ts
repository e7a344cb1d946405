/** What TypeScript has to know of the packages that a project may import. */

import reactGlobal from "../../../node_modules/@types/react/global.d.ts?raw";
import react from "../../../node_modules/@types/react/index.d.ts?raw";
import jsxRuntime from "../../../node_modules/@types/react/jsx-runtime.d.ts?raw";
import reactDomClient from "../../../node_modules/@types/react-dom/client.d.ts?raw";
import reactDom from "../../../node_modules/@types/react-dom/index.d.ts?raw";
import csstype from "../../../node_modules/csstype/index.d.ts?raw";

const ASSETS = `declare module "*.css";
declare module "*.svg" { const url: string; export default url; }
declare module "*.png" { const url: string; export default url; }
declare module "*.jpg" { const url: string; export default url; }
declare module "*.json" { const value: unknown; export default value; }
`;

export const LIBRARIES: [path: string, text: string][] = [
  ["node_modules/csstype/index.d.ts", csstype],
  ["node_modules/@types/react/index.d.ts", react],
  ["node_modules/@types/react/global.d.ts", reactGlobal],
  ["node_modules/@types/react/jsx-runtime.d.ts", jsxRuntime],
  ["node_modules/@types/react-dom/index.d.ts", reactDom],
  ["node_modules/@types/react-dom/client.d.ts", reactDomClient],
  ["node_modules/@types/assets/index.d.ts", ASSETS],
];

/** The packages that a preview has, put where bundles look for them (see bundle.ts). */
import * as react from "react";
import * as jsxDevRuntime from "react/jsx-dev-runtime";
import * as jsxRuntime from "react/jsx-runtime";
import * as reactDom from "react-dom";
import * as reactDomClient from "react-dom/client";
import { MODULES, type Vendored } from "../vendored";

const modules: Record<Vendored, unknown> = {
  react,
  "react/jsx-runtime": jsxRuntime,
  "react/jsx-dev-runtime": jsxDevRuntime,
  "react-dom": reactDom,
  "react-dom/client": reactDomClient,
};
Object.defineProperty(globalThis, MODULES, { value: modules });

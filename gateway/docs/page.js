// The API's description, drawn from openapi.json: by tag, with a curl for every call.
const METHODS = ["get", "post", "put", "patch", "delete"];
const SAMPLE_DEPTH = 6;

/** An element: `el("td", {class: "x"}, "text", child)`. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function resolve(api, schema = {}) {
  if (!schema.$ref) return schema;
  return schema.$ref.slice(2).split("/").reduce((at, key) => at[key], api);
}

/** An example value for a schema: its own examples first, then what its type says. */
function sample(api, given, depth = 0) {
  const schema = resolve(api, given);
  const own = schema.examples?.[0] ?? schema.example ?? schema.const ?? schema.enum?.[0];
  if (own !== undefined) return own;
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  if (depth > SAMPLE_DEPTH) return null;
  const choice = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.find((one) => one.type !== "null");
  if (choice) return sample(api, choice, depth + 1);
  if (schema.type === "array") return [sample(api, schema.items, depth + 1)];
  if (schema.type === "object") {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([key, one]) => [key, sample(api, one, depth + 1)]));
  }
  return { string: "text", integer: 1, number: 1, boolean: true }[schema.type] ?? null;
}

function typeOf(api, given) {
  const schema = resolve(api, given);
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(api, one)).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(api, schema.items)}`;
  return schema.format ?? schema.type ?? "any";
}

function bodyOf(api, operation) {
  const json = operation.requestBody?.content?.["application/json"];
  return json ? (json.example ?? sample(api, json.schema)) : undefined;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function curl(api, method, path, operation) {
  const parameters = operation.parameters ?? [];
  let url = path;
  for (const one of parameters.filter((one) => one.in === "path")) {
    url = url.replace(`{${one.name}}`, one.example ?? sample(api, one.schema));
  }
  const query = parameters.filter((one) => one.in === "query" && one.required);
  if (query.length) url += "?" + query.map((one) => `${one.name}=${one.example ?? sample(api, one.schema)}`).join("&");
  const streams = Object.values(operation.responses).some((one) => one.content?.["text/event-stream"]);
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  const lines = [`curl${streams ? " -N" : ""}${verb} ${quoted(location.origin + url)}`];
  const body = bodyOf(api, operation);
  if (body !== undefined) {
    lines.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(" \\\n  ");
}

function copyButton(text) {
  const button = el("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  return button;
}

function parameterTable(api, parameters) {
  const rows = parameters.map((one) =>
    el("tr", {},
      el("td", {}, el("code", {}, one.name)),
      el("td", {}, `${one.in}, ${typeOf(api, one.schema)}${one.required ? "" : ", optional"}`),
      el("td", {}, one.description ?? "")));
  return el("table", {}, el("tbody", {}, ...rows));
}

function card(api, method, path, operation) {
  const command = curl(api, method, path, operation);
  const body = bodyOf(api, operation);
  const title = (operation.description ?? operation.summary ?? "").split("\n")[0];
  const answers = Object.entries(operation.responses).map(([status, one]) =>
    el("tr", {}, el("td", {}, status), el("td", {}, one.description ?? ""),
      el("td", {}, Object.keys(one.content ?? {}).join(", "))));
  return el("details", { id: operation.operationId },
    el("summary", {}, el("code", { class: "method" }, method.toUpperCase()),
      el("code", {}, path), " ", el("span", {}, title)),
    el("div", {},
      el("p", {}, operation.description ?? ""),
      operation.parameters?.length ? el("h3", {}, "Parameters") : null,
      operation.parameters?.length ? parameterTable(api, operation.parameters) : null,
      body === undefined ? null : el("h3", {}, "Body"),
      body === undefined ? null : el("pre", { tabindex: "0" }, JSON.stringify(body, null, 2)),
      el("h3", {}, "Try it"), el("pre", { tabindex: "0" }, command), copyButton(command),
      el("h3", {}, "Answers"), el("table", {}, el("tbody", {}, ...answers))));
}

function filter(text) {
  const wanted = text.trim().toLowerCase();
  for (const section of document.querySelectorAll("section")) {
    for (const details of section.querySelectorAll("details")) {
      details.hidden = !details.textContent.toLowerCase().includes(wanted);
    }
    section.hidden = !section.querySelector("details:not([hidden])");
  }
}

async function draw() {
  const api = await (await fetch("/api/openapi.json")).json();
  const tags = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((one) => methods[one])) {
      const tag = methods[method].tags?.[0] ?? "other";
      tags.set(tag, [...(tags.get(tag) ?? []), card(api, method, path, methods[method])]);
    }
  }
  document.querySelector("#about").textContent = `Version ${api.info.version}. ${api.info.description}`;
  const sections = [...tags].map(([tag, cards]) => el("section", {}, el("h2", {}, tag), ...cards));
  document.querySelector("#calls").replaceChildren(...sections);
  document.querySelector("#filter").addEventListener("input", (event) => filter(event.target.value));
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.setAttribute("open", "");
}

draw().catch((error) => {
  document.querySelector("#calls").textContent = `openapi.json cannot be read: ${error.message}`;
});

// Reads Terraform modules in JSON syntax, whose names come one a line on the standard input, and
// writes a line for each flaw: what is no JSON object, a key that is there twice, a text that
// HashiCorp's parser does not take for a template, a name that is none, a reference to nothing.
import { readFileSync } from "node:fs";
import { getReferencesInExpression } from "@cdktf/hcl2json";

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
const BLOCKS = new Set(["//", "terraform", "provider", "variable", "locals", "data", "resource", "module", "output"]);

function twice(text) {
  const open = [];
  const found = [];
  for (const [token, after] of [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)].map((m) => [m[0], m[1]])) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (after !== undefined) {
      const key = JSON.parse(token.slice(0, -after.length));
      if (open.at(-1).has(key)) found.push(key);
      open.at(-1).add(key);
    }
  }
  return found;
}

// A text of Terraform's JSON syntax is a template: the same between quotes of the native syntax.
function quoted(text) {
  const control = (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0");
  return '"' + text.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f]/g, control) + '"';
}

function* texts(node, path) {
  if (typeof node === "string") yield [path, node];
  else if (node !== null && typeof node === "object") {
    for (const [key, value] of Object.entries(node)) if (key !== "//") yield* texts(value, [...path, key]);
  }
}

async function flaws(file) {
  const text = readFileSync(file, "utf8");
  let module;
  try {
    module = JSON.parse(text);
  } catch (e) {
    return [e.message];
  }
  const found = twice(text).map((key) => `key ${key} is there twice`);
  for (const key of Object.keys(module)) if (!BLOCKS.has(key)) found.push(`no block is called ${key}`);
  const known = new Set(Object.keys(module.variable ?? {}).map((name) => `var.${name}`));
  for (const [type, resources] of Object.entries(module.resource ?? {})) {
    for (const name of Object.keys(resources)) {
      if (!NAME.test(type) || !NAME.test(name)) found.push(`${type}.${name} is no name`);
      known.add(`${type}.${name}`);
    }
  }
  for (const [path, value] of texts(module, [])) {
    if (!/[$%]\{/.test(value)) continue;
    try {
      for (const reference of await getReferencesInExpression(file, quoted(value))) {
        const target = reference.value.split(".").slice(0, 2).join(".");
        if (!known.has(target)) found.push(`${path.join(".")}: ${target} is not there`);
      }
    } catch (e) {
      found.push(`${path.join(".")}: ${String(e.message ?? e).slice(0, 200)}`);
    }
  }
  return found;
}

let read = 0;
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  read++;
  for (const flaw of await flaws(file)) console.log(`${file}: ${flaw}`);
}
console.log(`read ${read}`);
process.exit(0); // the parser's program waits for more

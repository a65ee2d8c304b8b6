// Parses PowerShell scripts, whose names come one a line on the standard input, and writes a line
// for each place that the grammar does not take.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Language, Parser } from "web-tree-sitter";

const grammar = createRequire(import.meta.url).resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

let read = 0;
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  read++;
  const tree = parser.parse(readFileSync(file, "utf8"));
  const open = tree.rootNode.hasError ? [tree.rootNode] : [];
  while (open.length > 0) {
    const node = open.pop();
    if (node.isError || node.isMissing) {
      const { row, column } = node.startPosition;
      console.log(`${file}:${row + 1}:${column + 1}: ${node.isMissing ? "missing" : "unexpected"} ${node.type}`);
    } else if (node.hasError) open.push(...node.children);
  }
  tree.delete();
}
console.log(`read ${read}`);

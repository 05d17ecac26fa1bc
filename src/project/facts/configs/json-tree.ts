import { blank } from "../../tools/blank-comments.js";
import { readYamlTrees } from "../../ci/yaml-tree.js";

/** Reads JSON, with comments and commas at the end where somebody wrote them: without its comments it is YAML, which has lines. */
export function readJsonTree(text: string, path: string): ReturnType<typeof readYamlTrees> {
  const { trees, faults } = readYamlTrees(withoutComments(text), path);
  return faults.length > 0 || trees[0]?.kind !== "scalar" ? { trees, faults } : { trees, faults: [notJson(path)] };
}

/** Nobody writes so many settings, while data and results are often that long. */
export function isDataJson(text: string): boolean {
  return text.length > largestJson || commas(text) > mostValues;
}

const largestJson = 250_000;
const mostValues = 4000;

function commas(text: string): number {
  let count = 0;
  for (let at = text.indexOf(","); at >= 0 && count <= mostValues; at = text.indexOf(",", at + 1)) count++;
  return count;
}

function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\r\n]*|\/\*[^]*?\*\//g, (part) =>
    part.startsWith('"') ? part : blank(part),
  );
}

function notJson(path: string) {
  return { path, line: 1, reason: "malformed", detail: "it is neither an object nor a list" } as const;
}

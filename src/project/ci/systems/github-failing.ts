import type { Break, Variables } from "../model.js";
import { isTrue, textOf, treePlace } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** `continue-on-error: true`; with a value of the matrix, only where it is true in every leg. */
export function allowedToFail(tree: Tree | undefined, path: string, legs: readonly Variables[]): readonly Break[] {
  if (tree === undefined) return [];
  const text = textOf(tree) ?? "";
  const expression = /^\$\{\{\s*(.*?)\s*\}\}$/s.exec(text)?.[1];
  const isAllowed =
    expression === undefined ? isTrue(tree) : expression === "true" || legs.every((leg) => leg[expression] === "true");
  if (!isAllowed) return [];
  return [{ kind: "allowed-to-fail", detail: `\`continue-on-error: ${text}\``, place: treePlace(path, tree) }];
}

import type { Break } from "../model.js";
import { isFalse, isTrue, textOf, treePlace } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** `continue-on-error: true`; with an expression, in the legs of the matrix where that is true. */
export function allowedToFail(tree: Tree | undefined, path: string): readonly Break[] {
  if (tree === undefined || isFalse(tree)) return [];
  const text = textOf(tree) ?? "";
  const expression = /^\$\{\{\s*(.*?)\s*\}\}$/s.exec(text)?.[1];
  if (expression === undefined && !isTrue(tree)) return [];
  const allowed: Break = {
    kind: "allowed-to-fail",
    detail: `\`continue-on-error: ${text}\``,
    place: treePlace(path, tree),
  };
  return [expression === undefined ? allowed : { ...allowed, when: expression }];
}

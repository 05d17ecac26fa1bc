import { isNever } from "../expressions.js";
import type { Disabled } from "../model.js";
import { child, textOf, textsOf, treePlace } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** Why a job of a workflow never runs: by its own condition, or because it waits for one that never does. */
export function whyOff(
  workflow: Tree,
  path: string,
  name: string,
  waiting: readonly string[] = [],
): Disabled | undefined {
  const job = child(workflow, "jobs", name);
  if (job === undefined || waiting.includes(name)) return undefined;
  const condition = textOf(child(job, "if"));
  if (isNever(condition)) {
    return { why: `\`if: ${condition ?? ""}\``, place: treePlace(path, child(job, "if") ?? job) };
  }
  // Only a condition that asks how the others ended lets a job run after one that was left out.
  if (/\b(?:always|failure|cancelled)\s*\(/.test(condition ?? "")) return undefined;
  for (const need of textsOf(child(job, "needs"))) {
    const off = whyOff(workflow, path, need, [...waiting, name]);
    if (off !== undefined) return { why: `it needs \`${need}\`, which never runs`, place: treePlace(path, job) };
  }
  return undefined;
}

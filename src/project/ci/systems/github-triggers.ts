import type { Trigger } from "../model.js";
import { child, entriesOf, textsOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** On what a workflow runs. `on` may be a name, a list of names or a map. */
export function githubTriggers(workflow: Tree): {
  readonly triggers: readonly Trigger[];
  readonly isOnlyCalled: boolean;
} {
  // YAML 1.1 reads an unquoted `on` as true.
  const on = child(workflow, "on") ?? child(workflow, "true");
  const names = on?.kind === "map" ? entriesOf(on).map(([name]) => name) : textsOf(on);
  const triggers = new Set<Trigger>();
  for (const name of names) {
    if (name === "push") for (const one of pushTriggers(child(on, "push"))) triggers.add(one);
    else if (name !== "workflow_call") triggers.add(byName[name] ?? "other");
  }
  return { triggers: [...triggers], isOnlyCalled: names.length > 0 && names.every((name) => name === "workflow_call") };
}

function pushTriggers(push: Tree | undefined): readonly Trigger[] {
  const keys = entriesOf(push).map(([name]) => name);
  const hasTags = keys.some((key) => key.startsWith("tags"));
  const hasBranches = keys.some((key) => key.startsWith("branches"));
  if (hasTags) return hasBranches ? ["push", "tag"] : ["tag"];
  return hasBranches ? ["push"] : ["push", "tag"];
}

const byName: Readonly<Record<string, Trigger>> = {
  pull_request: "pull-request",
  pull_request_target: "pull-request",
  // The last check of a pull request before it is merged.
  merge_group: "pull-request",
  schedule: "schedule",
  workflow_dispatch: "manual",
  release: "tag",
};

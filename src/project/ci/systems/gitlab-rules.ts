import type { Trigger, Variables } from "../model.js";
import { child, entriesOf, itemsOf, textOf, textsOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** When GitLab runs a job that says nothing: for a branch, a tag, a schedule and by hand, not for a merge request alone. */
const always: readonly Trigger[] = ["push", "tag", "schedule", "manual"];

/** On what a job runs, from its rules, `only` and `when`, within what the workflow lets through. */
export function gitlabTriggers(job: Tree, workflow: Tree | undefined): readonly Trigger[] {
  if (textOf(child(job, "when")) === "manual") return ["manual"];
  const allowed = child(workflow, "rules") === undefined ? undefined : fromRules(child(workflow, "rules"));
  const rules = child(job, "rules");
  const only = child(job, "only");
  if (rules !== undefined) return fromRules(rules);
  if (only !== undefined)
    return [...new Set((only.kind === "map" ? textsOf(child(only, "refs")) : textsOf(only)).map(fromRef))];
  return allowed ?? always;
}

function fromRules(rules: Tree | undefined): readonly Trigger[] {
  const found = new Set<Trigger>();
  for (const rule of itemsOf(rules)) {
    const when = textOf(child(rule, "when"));
    if (when === "never") continue;
    const condition = textOf(child(rule, "if")) ?? "";
    if (when === "manual") found.add("manual");
    else for (const trigger of fromCondition(condition)) found.add(trigger);
  }
  return [...found];
}

function fromCondition(condition: string): readonly Trigger[] {
  const found: Trigger[] = [];
  if (/merge_request_event|CI_MERGE_REQUEST/.test(condition)) found.push("pull-request");
  if (/["']schedule["']/.test(condition)) found.push("schedule");
  if (/["'](?:web|api|trigger)["']/.test(condition)) found.push("manual");
  if (/CI_COMMIT_TAG/.test(condition)) found.push("tag");
  if (/["']push["']|CI_COMMIT_BRANCH|CI_COMMIT_REF|CI_DEFAULT_BRANCH/.test(condition)) found.push("push");
  return found.length > 0 ? found : always;
}

function fromRef(ref: string): Trigger {
  const known: Readonly<Record<string, Trigger>> = {
    merge_requests: "pull-request",
    external_pull_requests: "pull-request",
    schedules: "schedule",
    tags: "tag",
    web: "manual",
    api: "manual",
    triggers: "other",
    pipelines: "other",
  };
  return known[ref] ?? "push";
}

/** `parallel: matrix`, a list of maps from names to one value or several. */
export function gitlabLegs(matrix: Tree | undefined): readonly Variables[] {
  const legs = itemsOf(matrix).flatMap((entry) => {
    let product: readonly Variables[] = [{}];
    for (const [name, values] of entriesOf(entry)) {
      product = product.flatMap((leg) => textsOf(values).map((value) => ({ ...leg, [name]: value }))).slice(0, 200);
    }
    return product;
  });
  return legs.length > 0 ? legs : [{}];
}

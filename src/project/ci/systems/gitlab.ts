import type { CiFiles } from "../ci-files.js";
import { nothingRead, type SystemReading } from "../ci-system.js";
import { type Break, type CiJob, type Disabled, type Step, type Unknown } from "../model.js";
import { defaultShells } from "../shells.js";
import { child, entriesOf, isFalse, isTrue, itemsOf, textOf, textsOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { type GitlabJobs, readGitlabJobs } from "./gitlab-jobs.js";
import { gitlabLegs, gitlabTriggers } from "./gitlab-rules.js";
import { piecesOf } from "../tree-access.js";
import { scriptStep } from "./steps.js";

/** GitLab CI: `.gitlab-ci.yml` with the files of the project that it includes. */
export async function readGitlab(files: CiFiles, extra: readonly string[]): Promise<SystemReading> {
  const found = await files.firstIn(files.root, [".gitlab-ci.yml", ".gitlab-ci.yaml"]);
  const own = [...(found === undefined ? [] : [found]), ...extra.filter((path) => /gitlab-ci.*\.ya?ml$/.test(path))];
  if (own.length === 0) return nothingRead;
  const unknowns: Unknown[] = [];
  const jobs: CiJob[] = [];
  for (const path of own) {
    const reading = await readGitlabJobs(path, files, unknowns);
    for (const [name, job] of reading.jobs) jobs.push(jobOf(name, job, reading, files));
  }
  return { jobs, unknowns, paths: own, disabled: [] };
}

function jobOf(
  name: string,
  { tree, path }: { readonly tree: Tree; readonly path: string },
  reading: GitlabJobs,
  files: CiFiles,
): CiJob {
  const place = treePlace(path, tree);
  const env = { ...reading.variables, ...variablesOf(child(tree, "variables")) };
  const breaks = allowedToFail(tree, path);
  const parts = { directory: files.root, env, breaks };
  const shell = defaultShells.gitlab;
  const setUp = child(tree, "before_script") ?? reading.defaults("before_script");
  const tearDown = child(tree, "after_script") ?? reading.defaults("after_script");
  const steps: Step[] = [];
  const script = child(tree, "script");
  // `before_script` and `script` are one script.
  if (script !== undefined)
    steps.push(scriptStep(script, path, [...piecesOf(setUp, path), ...piecesOf(script, path)], shell, parts));
  if (tearDown !== undefined && script !== undefined) {
    const late: Break = {
      kind: "too-late",
      detail: "`after_script` does not change the job's result",
      place: treePlace(path, tearDown),
    };
    steps.push(scriptStep(tearDown, path, piecesOf(tearDown, path), shell, { ...parts, breaks: [...breaks, late] }));
  }
  return {
    system: "gitlab",
    name,
    place,
    triggers: gitlabTriggers(tree, reading.workflow),
    needs: itemsOf(child(tree, "needs")).flatMap((need) => textOf(need) ?? textOf(child(need, "job")) ?? []),
    disabled: disabledBy(tree, path),
    legs: gitlabLegs(child(tree, "parallel", "matrix")),
    steps,
  };
}

function allowedToFail(tree: Tree, path: string): readonly Break[] {
  const allowed = child(tree, "allow_failure");
  const rules = itemsOf(child(tree, "rules")).filter((rule) => textOf(child(rule, "when")) !== "never");
  const inRules = rules.length > 0 && rules.every((rule) => isTrue(child(rule, "allow_failure")));
  const at = allowed ?? (inRules ? child(tree, "rules") : undefined);
  // A manual job lets the pipeline go on, unless it says otherwise (docs.gitlab.com, `when: manual`).
  const isManual = textOf(child(tree, "when")) === "manual" && child(tree, "rules") === undefined && !isFalse(allowed);
  if (isManual) {
    const when = child(tree, "when") ?? tree;
    return [
      {
        kind: "allowed-to-fail",
        detail: "`when: manual` lets the pipeline pass without it",
        place: treePlace(path, when),
      },
    ];
  }
  const isAllowed = isTrue(allowed) || child(allowed, "exit_codes") !== undefined || inRules;
  return isAllowed && at !== undefined
    ? [{ kind: "allowed-to-fail", detail: "`allow_failure: true`", place: treePlace(path, at) }]
    : [];
}

function disabledBy(tree: Tree, path: string): Disabled | undefined {
  const rules = itemsOf(child(tree, "rules"));
  const never =
    rules.length > 0 &&
    rules[0]!.kind === "map" &&
    textOf(child(rules[0], "when")) === "never" &&
    entriesOf(rules[0]).length === 1;
  if (never) return { why: "`rules: - when: never`", place: treePlace(path, rules[0]!) };
  const except = textsOf(child(tree, "except") ?? child(tree, "except", "refs"));
  if (textOf(child(tree, "when")) === "never")
    return { why: "`when: never`", place: treePlace(path, child(tree, "when") ?? tree) };
  const isExcluded = ["branches", "tags"].every((one) => except.includes(one));
  return isExcluded
    ? { why: "`except` leaves nothing", place: treePlace(path, child(tree, "except") ?? tree) }
    : undefined;
}

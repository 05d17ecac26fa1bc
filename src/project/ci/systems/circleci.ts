import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { nothingRead, type SystemReading } from "../ci-system.js";
import { isNever } from "../expressions.js";
import type { CiJob, Disabled, Step, Trigger, Unknown, Variables } from "../model.js";
import { child, entriesOf, isFalse, itemsOf, textOf, textsOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { circleSteps } from "./circleci-steps.js";

/** CircleCI: the jobs of `.circleci/config.yml` as its workflows run them. */
export async function readCircle(files: CiFiles): Promise<SystemReading> {
  const path = await files.firstIn(files.root, [".circleci/config.yml", ".circleci/config.yaml"]);
  const [tree] = path === undefined ? [] : await files.yaml(path);
  if (path === undefined || tree === undefined) return nothingRead;
  const unknowns: Unknown[] = [];
  const jobs: CiJob[] = [];
  const used = new Set<string>();
  for (const [flow, workflow] of entriesOf(child(tree, "workflows"))) {
    if (workflow.kind !== "map") continue;
    const triggers = workflowTriggers(workflow);
    const when = textOf(child(workflow, "when")) ?? textOf(child(workflow, "unless"));
    const isOff = isNever(when) && child(workflow, "when") !== undefined;
    const disabled: Disabled | undefined = isOff
      ? { why: "`when: false`", place: treePlace(path, child(workflow, "when") ?? workflow) }
      : undefined;
    for (const entry of itemsOf(child(workflow, "jobs"))) {
      const [name, call] = entry.kind === "scalar" ? [entry.text, undefined] : (entriesOf(entry)[0] ?? ["", undefined]);
      used.add(name);
      const job = child(tree, "jobs", name);
      if (job === undefined) {
        const isApproval = textOf(child(call, "type")) === "approval";
        if (!isApproval)
          unknowns.push({ place: treePlace(path, entry), detail: `the job \`${name}\` of ${flow} comes from an orb` });
        continue;
      }
      jobs.push(
        jobOf({ name, job, call, tree, path, files, unknowns, triggers: jobTriggers(call, triggers), disabled }),
      );
    }
  }
  // Without workflows the job called `build` runs (configuration reference, `jobs`).
  const build = child(tree, "jobs", "build");
  if (child(tree, "workflows") === undefined && build !== undefined) {
    jobs.push(
      jobOf({
        name: "build",
        job: build,
        call: undefined,
        tree,
        path,
        files,
        unknowns,
        triggers: ["push"],
        disabled: undefined,
      }),
    );
  }
  return { jobs, unknowns, paths: [path], disabled: [] };
}

function workflowTriggers(workflow: Tree): readonly Trigger[] {
  const scheduled = itemsOf(child(workflow, "triggers")).some((one) => child(one, "schedule") !== undefined);
  const byPipeline =
    JSON.stringify(textsOf(child(workflow, "when", "and"))).includes("scheduled_pipeline") ||
    /scheduled/.test(textOf(child(workflow, "when", "equal")) ?? "");
  return scheduled || byPipeline ? ["schedule"] : ["push"];
}

function jobTriggers(call: Tree | undefined, triggers: readonly Trigger[]): readonly Trigger[] {
  const filters = child(call, "filters");
  const hasTags = child(filters, "tags") !== undefined;
  const ignoresBranches = textsOf(child(filters, "branches", "ignore")).some((one) => one === "/.*/");
  if (ignoresBranches) return hasTags ? ["tag"] : ["other"];
  return hasTags ? [...triggers, "tag"] : triggers;
}

interface JobReading {
  readonly name: string;
  readonly job: Tree;
  readonly call: Tree | undefined;
  readonly tree: Tree;
  readonly path: string;
  readonly files: CiFiles;
  readonly unknowns: Unknown[];
  readonly triggers: readonly Trigger[];
  readonly disabled: Disabled | undefined;
}

function jobOf({ name, job, call, tree, path, files, unknowns, triggers, disabled }: JobReading): CiJob {
  const executor = textOf(child(job, "executor")) ?? textOf(child(job, "executor", "name"));
  const executing = executor === undefined ? undefined : child(tree, "executors", executor);
  const setting = (key: string): Tree | undefined => child(job, key) ?? child(executing, key);
  const values = { ...pipelineValues(tree), ...circleDefaults(job), ...given(call) };
  const env = { ...variablesOf(child(executing, "environment")), ...variablesOf(child(job, "environment")) };
  const folder = textOf(setting("working_directory"));
  // The checkout's own folder is wherever the job works; a folder inside of it is told by the steps.
  const directory = folder === undefined || /^[~/]|^<</.test(folder) ? files.root : joinPath(files.root, folder);
  const shell = textOf(setting("shell"));
  const reading = { tree, path, files, unknowns, values, env, directory, shell, via: [], depth: 0 };
  const steps: Step[] = [
    ...circleSteps(itemsOf(child(call, "pre-steps")), reading),
    ...circleSteps(itemsOf(child(job, "steps")), reading),
  ];
  return {
    system: "circleci",
    name: textOf(child(call, "name")) ?? name,
    place: treePlace(path, job),
    triggers,
    needs: textsOf(child(call, "requires")),
    disabled,
    legs: matrixLegs(call),
    steps,
  };
}

function pipelineValues(tree: Tree): Variables {
  return Object.fromEntries(
    entriesOf(child(tree, "parameters")).flatMap(([name, parameter]) => {
      const value = textOf(child(parameter, "default"));
      return value === undefined ? [] : [[`pipeline.parameters.${name}`, value]];
    }),
  );
}

export function circleDefaults(tree: Tree | undefined): Variables {
  return Object.fromEntries(
    entriesOf(child(tree, "parameters")).flatMap(([name, parameter]) => {
      const value = textOf(child(parameter, "default"));
      return value === undefined ? [] : [[`parameters.${name}`, value]];
    }),
  );
}

/** What a call hands over, beside its own settings. */
export function given(call: Tree | undefined): Variables {
  return Object.fromEntries(Object.entries(variablesOf(call)).map(([name, value]) => [`parameters.${name}`, value]));
}

function matrixLegs(call: Tree | undefined): readonly Variables[] {
  let legs: readonly Variables[] = [{}];
  for (const [name, values] of entriesOf(child(call, "matrix", "parameters"))) {
    legs = legs
      .flatMap((leg) => textsOf(values).map((value) => ({ ...leg, [`parameters.${name}`]: value })))
      .slice(0, 200);
  }
  return legs.length > 0 ? legs : [{}];
}

export function isOff(tree: Tree | undefined): boolean {
  return isFalse(tree) || isNever(textOf(tree));
}

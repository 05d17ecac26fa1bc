import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { fillIn, isNever } from "../expressions.js";
import type { Break, CiJob, Disabled, Hop, Trigger, Unknown, Variables } from "../model.js";
import { child, entriesOf, isTrue, itemsOf, textOf, textsOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { azureStep } from "./azure-steps.js";

/** What a pipeline or a template is read with. */
export interface AzureReading {
  readonly path: string;
  readonly files: CiFiles;
  readonly unknowns: Unknown[];
  readonly triggers: readonly Trigger[];
  readonly values: Variables;
  readonly via: readonly Hop[];
  readonly breaks: readonly Break[];
  readonly disabled: Disabled | undefined;
  readonly isWindows: boolean;
}

const deepest = 6;

export async function readAzurePipeline(
  tree: Tree,
  path: string,
  files: CiFiles,
  unknowns: Unknown[],
): Promise<readonly CiJob[]> {
  const reading: AzureReading = {
    path,
    files,
    unknowns,
    triggers: azureTriggers(tree),
    values: { ...defaultsOf(tree), ...azureVariables(child(tree, "variables")) },
    via: [],
    breaks: [],
    disabled: undefined,
    isWindows: isWindowsPool(child(tree, "pool")),
  };
  const extended = child(tree, "extends");
  if (extended !== undefined) return fromTemplate(extended, reading, jobsIn);
  return jobsIn(tree, reading);
}

/** Without a word a pipeline runs for every push and pull request (learn.microsoft.com, `trigger`, `pr`). */
function azureTriggers(tree: Tree): readonly Trigger[] {
  const found = new Set<Trigger>(["manual"]);
  const trigger = child(tree, "trigger");
  const pr = child(tree, "pr");
  if (textOf(trigger) !== "none") found.add("push");
  if (textOf(pr) !== "none") found.add("pull-request");
  if (itemsOf(child(trigger, "tags", "include")).length > 0) found.add("tag");
  if (itemsOf(child(tree, "schedules")).length > 0) found.add("schedule");
  return [...found];
}

async function jobsIn(tree: Tree, reading: AzureReading): Promise<readonly CiJob[]> {
  const jobs: CiJob[] = [];
  for (const stage of unconditional(child(tree, "stages"))) {
    if (child(stage, "template") !== undefined) jobs.push(...(await fromTemplate(stage, reading, jobsIn)));
    else jobs.push(...(await jobsIn(stage, within(stage, reading))));
  }
  for (const job of unconditional(child(tree, "jobs"))) {
    if (child(job, "template") !== undefined) jobs.push(...(await fromTemplate(job, reading, jobsIn)));
    else jobs.push(await jobOf(job, within(job, reading)));
  }
  if (child(tree, "steps") !== undefined) jobs.push(await jobOf(tree, reading));
  return jobs;
}

function within(tree: Tree, reading: AzureReading): AzureReading {
  const condition = textOf(child(tree, "condition"));
  const disabled: Disabled | undefined = isNever(condition)
    ? { why: `\`condition: ${condition ?? ""}\``, place: treePlace(reading.path, child(tree, "condition") ?? tree) }
    : undefined;
  const pool = child(tree, "pool");
  return {
    ...reading,
    values: { ...reading.values, ...azureVariables(child(tree, "variables")) },
    disabled: reading.disabled ?? disabled,
    isWindows: pool === undefined ? reading.isWindows : isWindowsPool(pool),
  };
}

function isWindowsPool(pool: Tree | undefined): boolean {
  return /^(?:windows|vs20)/i.test(textOf(child(pool, "vmImage")) ?? "");
}

async function jobOf(job: Tree, reading: AzureReading): Promise<CiJob> {
  const { path, triggers, disabled } = reading;
  const allowed = child(job, "continueOnError");
  const breaks: readonly Break[] = isTrue(allowed)
    ? [{ kind: "allowed-to-fail", detail: "`continueOnError: true`", place: treePlace(path, allowed ?? job) }]
    : [];
  const inner = { ...reading, breaks: [...reading.breaks, ...breaks] };
  // A deployment has its steps inside its strategy.
  const lifecycle = entriesOf(child(job, "strategy", "runOnce")).map(([, hook]) => child(hook, "steps"));
  const steps = (await Promise.all([child(job, "steps"), ...lifecycle].map((one) => stepsIn(one, inner)))).flat();
  return {
    system: "azure",
    name: fillIn(textOf(child(job, "job")) ?? textOf(child(job, "deployment")) ?? "steps", "azure", reading.values),
    place: treePlace(path, job),
    triggers,
    needs: textsOf(child(job, "dependsOn")),
    disabled,
    legs: legsOf(child(job, "strategy", "matrix")),
    steps,
  };
}

type Steps = CiJob["steps"];

async function stepsIn(tree: Tree | undefined, reading: AzureReading): Promise<Steps> {
  const found: Steps[] = [];
  for (const step of unconditional(tree)) {
    if (child(step, "template") !== undefined) {
      found.push(await fromTemplate(step, reading, (inner, at) => stepsIn(child(inner, "steps"), at)));
    } else found.push(azureStep(step, reading));
  }
  return found.flat();
}

/** Items with those that stand under a condition of the template language, which only the server knows. */
function unconditional(tree: Tree | undefined): readonly Tree[] {
  return itemsOf(tree).flatMap((item) => {
    const [only, ...more] = entriesOf(item);
    const isCondition = only !== undefined && more.length === 0 && /^\$\{\{/.test(only[0]);
    if (!isCondition) return [item];
    return /^\$\{\{\s*if\s+(?:false|eq\(\s*true\s*,\s*false\s*\))/i.test(only[0]) ? [] : unconditional(only[1]);
  });
}

async function fromTemplate<T>(
  use: Tree,
  reading: AzureReading,
  read: (tree: Tree, reading: AzureReading) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const { path, files, unknowns, via, values } = reading;
  const at = child(use, "template") ?? use;
  const name = fillIn(textOf(at) ?? "", "azure", values);
  const place = treePlace(path, at);
  const isLocal = !/@(?!self$)|\$/.test(name);
  const plain = name.replace(/@self$/, "");
  // From the root with a slash, else from the file that uses it.
  const target = plain.startsWith("/") ? joinPath(files.root, plain) : joinPath(parentOf(path) ?? files.root, plain);
  const [tree] = isLocal && via.length < deepest ? await files.yaml(target) : [];
  if (tree === undefined) {
    unknowns.push({ place, detail: `the template \`${name}\` is not in this project` });
    return [];
  }
  const given = Object.fromEntries(
    entriesOf(child(use, "parameters")).flatMap(([key, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[`parameters.${key}`, fillIn(text, "azure", values)]];
    }),
  );
  return read(tree, {
    ...reading,
    path: target,
    values: { ...values, ...defaultsOf(tree), ...given },
    via: [...via, { path, line: place.line, text: `template: ${name}` }],
  });
}

function defaultsOf(tree: Tree): Variables {
  const parameters = child(tree, "parameters");
  const found: Record<string, string> = {};
  for (const [name, value] of parameters?.kind === "map" ? entriesOf(parameters) : []) {
    const text = textOf(value);
    if (text !== undefined) found[`parameters.${name}`] = text;
  }
  for (const parameter of parameters?.kind === "list" ? itemsOf(parameters) : []) {
    const name = textOf(child(parameter, "name"));
    const text = textOf(child(parameter, "default"));
    if (name !== undefined && text !== undefined) found[`parameters.${name}`] = text;
  }
  return found;
}

/** Variables as a map or as a list of names and values; both are `$(name)` and `variables.name`. */
function azureVariables(tree: Tree | undefined): Variables {
  const listed = itemsOf(tree?.kind === "list" ? tree : undefined).flatMap((one) => {
    const name = textOf(child(one, "name"));
    const value = textOf(child(one, "value"));
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const all = tree?.kind === "map" ? Object.entries(variablesOf(tree)) : listed;
  return Object.fromEntries(
    all.flatMap(([name, value]) => [
      [name, value],
      [`variables.${name}`, value],
    ]),
  );
}

function legsOf(matrix: Tree | undefined): readonly Variables[] {
  const legs = entriesOf(matrix).map(([, leg]) => variablesOf(leg));
  return legs.length > 0 ? legs : [{}];
}

import { child, entriesOf, itemsOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import { entriesOfTree } from "../yaml-entries.js";
import { type Legs, legsOf } from "./dvc-legs.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep, withNeedsByFiles } from "./step.js";

/** The stages of `dvc.yaml` files, each leg of a `foreach` or a `matrix` as a step. */
export async function readDvc(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)dvc\.yaml$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    const { trees, faults } = readYamlTrees(text, path);
    if (faults[0] !== undefined) project.unreadable.push({ path, reason: faults[0].detail });
    const values = await variablesOf(trees[0], path, project);
    const found: PipelineStep[] = [];
    for (const [name, stage] of entriesOf(child(trees[0], "stages"))) {
      for (const leg of legsOf(stage, values)) found.push(await stageOf(name, leg, path, values, project));
    }
    steps.push(...withNeedsByFiles(found));
  }
  return steps;
}

async function stageOf(
  name: string,
  { stage, suffix, values: own }: Legs,
  path: string,
  values: ReadonlyMap<string, string>,
  project: PipelineProject,
): Promise<PipelineStep> {
  const fill = (text: string) =>
    text.replace(/\$\{\s*([^}]*?)\s*\}/g, (whole, key: string) => own.get(key) ?? values.get(key) ?? whole);
  const home = parentOf(path) ?? "";
  const folder = joinPath(home, fill(textOf(child(stage, "wdir")) ?? "."));
  const pathsOf = (...keys: readonly string[]) =>
    keys
      .flatMap((key) => itemsOf(child(stage, key)).flatMap((item) => entryName(item) ?? []))
      .map((one) => placed(fill(one), folder));
  const commands = itemsOf(child(stage, "cmd")).flatMap((one) =>
    one.kind === "scalar" && !one.isNull ? [{ text: fill(one.text), line: one.textLine }] : [],
  );
  // Names without a file are keys of `params.yaml`.
  const params = itemsOf(child(stage, "params")).map((item) =>
    item.kind === "map" ? (entryName(item) ?? "params.yaml") : "params.yaml",
  );
  return pipelineStep({
    ...{ system: "dvc", path, name: name + suffix, line: Math.max(1, stage.line - 1) },
    commands: commands.map((one) => one.text),
    runs: await runsOfCommands({ path, commands, folder }, project),
    inputs: distinct([...pathsOf("deps"), ...params.map((one) => placed(fill(one), folder))]),
    outputs: distinct(pathsOf("outs", "outs_persist", "outs_no_cache", "metrics", "metrics_no_cache", "plots")),
  });
}

/** An entry is a path, or a path with options. */
function entryName(item: Tree): string | undefined {
  return item.kind === "map" ? entriesOf(item)[0]?.[0] : textOf(item);
}

function placed(path: string, folder: string): string {
  return /^(?:\w+:\/\/|\/)/.test(path) ? path : joinPath(folder, path);
}

/** The values that `${...}` can name: those of `params.yaml`, and of what `vars` lists. */
async function variablesOf(
  tree: Tree | undefined,
  path: string,
  project: PipelineProject,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const addAll = (from: Tree | undefined) => {
    for (const { key, value } of entriesOfTree(from)) if (value !== null) values.set(key, String(value));
  };
  const home = parentOf(path) ?? "";
  const listed = itemsOf(child(tree, "vars"));
  const names = ["params.yaml", ...listed.flatMap((item) => textOf(item)?.replace(/:.*$/, "") ?? [])];
  for (const name of names.slice(0, 20)) {
    const file = joinPath(home, name);
    const text =
      /\.(?:ya?ml|json)$/.test(file) && project.files.has(file) ? await project.source.read(file) : undefined;
    if (text !== undefined) addAll(readYamlTrees(text, file).trees[0]);
  }
  for (const item of listed) if (item.kind === "map") addAll(item);
  return values;
}

import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { SystemReading } from "../ci-system.js";
import type { Break, CiJob, Variables } from "../model.js";
import { isNever } from "../expressions.js";
import { defaultShells } from "../shells.js";
import {
  child,
  entriesOf,
  isTrue,
  itemsOf,
  piecesOf,
  textOf,
  textsOf,
  treePlace,
  variablesOf,
} from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { actionStep, scriptStep } from "./steps.js";

/** Buildkite: the pipelines in `.buildkite`. When they run stands on the server; for a change, unless it says otherwise. */
export async function readBuildkite(files: CiFiles): Promise<SystemReading> {
  const folder = joinPath(files.root, ".buildkite");
  const own = (await files.names(folder))
    .filter(({ name, type }) => type === "file" && /\.ya?ml$/.test(name))
    .map(({ name }) => joinPath(folder, name));
  const top = await files.firstIn(files.root, ["buildkite.yml", "buildkite.yaml"]);
  const jobs: CiJob[] = [];
  const paths: string[] = [];
  for (const path of [...own, ...(top === undefined ? [] : [top])]) {
    const [tree] = await files.yaml(path);
    const steps = tree?.kind === "list" ? tree : child(tree, "steps");
    if (steps === undefined) continue;
    paths.push(path);
    const env = variablesOf(child(tree, "env"));
    for (const step of stepsIn(steps)) jobs.push(jobOf(step, env, path, files));
  }
  return { jobs, unknowns: [], paths, disabled: [] };
}

function stepsIn(tree: Tree): readonly Tree[] {
  return itemsOf(tree).flatMap((step) =>
    child(step, "group") === undefined && child(step, "steps") === undefined
      ? [step]
      : stepsIn(child(step, "steps") ?? step),
  );
}

function jobOf(step: Tree, outer: Variables, path: string, files: CiFiles): CiJob {
  const place = treePlace(path, step);
  const soft = child(step, "soft_fail");
  const isSoft = isTrue(soft) || (soft?.kind === "list" && soft.items.length > 0);
  const breaks: readonly Break[] =
    isSoft && soft !== undefined
      ? [{ kind: "allowed-to-fail", detail: "`soft_fail`", place: treePlace(path, soft) }]
      : [];
  const commands = child(step, "commands") ?? child(step, "command");
  const parts = { directory: files.root, env: { ...outer, ...variablesOf(child(step, "env")) }, breaks };
  const skip = textOf(child(step, "skip"));
  const isSkipped = skip !== undefined && skip !== "false" && skip !== "";
  const condition = textOf(child(step, "if"));
  const plugins = itemsOf(child(step, "plugins")).flatMap((plugin): readonly (readonly [string, Tree | undefined])[] =>
    plugin.kind === "scalar" ? [[plugin.text, undefined]] : entriesOf(plugin),
  );
  return {
    system: "buildkite",
    name: textOf(child(step, "label")) ?? textOf(child(step, "key")) ?? textOf(child(step, "name")) ?? "step",
    place,
    triggers: /build\.source\s*==\s*['"]schedule/.test(condition ?? "") ? ["schedule"] : ["push", "pull-request"],
    needs: textsOf(child(step, "depends_on")),
    disabled:
      isSkipped || isNever(condition) ? { why: isSkipped ? "`skip`" : `\`if: ${condition ?? ""}\``, place } : undefined,
    legs: matrixOf(child(step, "matrix")),
    steps: [
      ...(commands === undefined
        ? []
        : [
            scriptStep(
              commands,
              path,
              piecesOf(commands, path).map((piece) => ({ ...piece, text: piece.text.replaceAll("$$", "$") })),
              defaultShells.buildkite,
              parts,
            ),
          ]),
      ...plugins.map(([name, inputs]) => actionStep(step, path, { name, inputs: variablesOf(inputs) }, parts)),
    ],
  };
}

/** The values of `{{matrix}}`. */
function matrixOf(matrix: Tree | undefined): readonly Variables[] {
  const plain = matrix?.kind === "list" ? textsOf(matrix).map((value) => ({ matrix: value })) : [];
  return plain.length > 0 ? plain : [{}];
}

import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { fillIn } from "../expressions.js";
import type { Break, Hop, Step, Unknown, Variables } from "../model.js";
import { defaultShells, namedShell } from "../shells.js";
import { child, entriesOf, isTrue, itemsOf, piecesOf, textOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { circleDefaults, given, isOff } from "./circleci.js";
import { actionStep, scriptStep } from "./steps.js";

export interface CircleReading {
  readonly tree: Tree;
  readonly path: string;
  readonly files: CiFiles;
  readonly unknowns: Unknown[];
  readonly values: Variables;
  readonly env: Variables;
  readonly directory: string;
  readonly shell: string | undefined;
  readonly via: readonly Hop[];
  readonly depth: number;
}

const builtIn = new Set([
  "checkout",
  "setup_remote_docker",
  "save_cache",
  "restore_cache",
  "store_artifacts",
  "store_test_results",
  "persist_to_workspace",
  "attach_workspace",
  "add_ssh_keys",
]);

/** The steps of a job or of a command of the file's own; what an orb does is not known. */
export function circleSteps(steps: readonly Tree[], reading: CircleReading): readonly Step[] {
  return steps.flatMap((step) => {
    const [name, value] = step.kind === "scalar" ? [step.text, undefined] : (entriesOf(step)[0] ?? ["", undefined]);
    if (name === "run" && value !== undefined) return runStep(step, value, reading);
    if (name === "when" || name === "unless") {
      const isSkipped = name === "when" ? isOff(child(value, "condition")) : isTrue(child(value, "condition"));
      return isSkipped ? [] : circleSteps(itemsOf(child(value, "steps")), reading);
    }
    if (builtIn.has(name)) return [];
    return commandSteps(step, name, value, reading);
  });
}

function runStep(step: Tree, run: Tree, reading: CircleReading): readonly Step[] {
  const { path, values, files, directory, via } = reading;
  const command = run.kind === "scalar" ? run : child(run, "command");
  if (command?.kind !== "scalar") return [];
  const place = treePlace(path, step);
  const breaks: Break[] = [];
  if (isTrue(child(run, "background"))) breaks.push({ kind: "background", detail: "`background: true`", place });
  if (textOf(child(run, "when")) === "on_fail") breaks.push({ kind: "too-late", detail: "`when: on_fail`", place });
  const named = textOf(child(run, "shell")) ?? reading.shell;
  const folder = textOf(child(run, "working_directory"));
  const at =
    folder === undefined ? directory : fillIn(folder, "circleci", values).replace(/^~\/(?:project|repo)\/?/, "./");
  return [
    scriptStep(step, path, piecesOf(command, path), named === undefined ? defaultShells.circleci : namedShell(named), {
      directory: at.startsWith("/") ? at : at.startsWith("~") ? files.root : joinPath(files.root, at),
      env: { ...reading.env, ...variablesOf(child(run, "environment")) },
      values,
      breaks,
      via,
    }),
  ];
}

function commandSteps(step: Tree, name: string, value: Tree | undefined, reading: CircleReading): readonly Step[] {
  const { tree, path, unknowns, depth, via, directory, env, values } = reading;
  const command = child(tree, "commands", name);
  const place = treePlace(path, step);
  if (command === undefined || depth > 5) {
    unknowns.push({ place, detail: `the command \`${name}\` is not in this project` });
    return [actionStep(step, path, { name, inputs: variablesOf(value) }, { directory, env, values, via })];
  }
  const handed = Object.fromEntries(
    Object.entries(given(value)).map(([key, text]) => [key, fillIn(text, "circleci", values)]),
  );
  const pipeline = Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith("pipeline.")));
  return circleSteps(itemsOf(child(command, "steps")), {
    ...reading,
    values: { ...pipeline, ...circleDefaults(command), ...handed },
    via: [...via, { path, line: place.line, text: name }],
    depth: depth + 1,
  });
}

import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import type { Break, Unknown, Variables } from "../model.js";
import { posixShell } from "../shell/options.js";
import { child, entriesOf, isTrue, itemsOf, textOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

const names = [
  "Taskfile.yml",
  "taskfile.yml",
  "Taskfile.yaml",
  "taskfile.yaml",
  "Taskfile.dist.yml",
  "Taskfile.dist.yaml",
];
const deepest = 6;

/** `task test` of a Taskfile: its commands, those of its dependencies and of the tasks that it calls. */
export async function followTask(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (!/^(?:task|go-task)$/.test(programOf(call))) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "task runs in a folder that is not known");
  const args = readArguments(call.words.slice(1), wordSet("-t --taskfile -d --dir -o --output -C --concurrency"));
  const folder = joinPath(directory, option(args, "-d", "--dir") ?? ".");
  const named = option(args, "-t", "--taskfile");
  const path = await files.firstIn(folder, named === undefined ? names : [named]);
  if (path === undefined) return undefined;
  const targets: Target[] = [];
  const unknowns: Unknown[] = [];
  const goals = args.others.filter(({ text }) => !/^\w+=/.test(text));
  const given = Object.fromEntries(
    args.others.flatMap(({ text }) =>
      /^\w+=/.test(text) ? [[text.split("=")[0] ?? "", text.slice(text.indexOf("=") + 1)]] : [],
    ),
  );
  const entered = new Set<string>();

  const run = async (
    file: string,
    name: string,
    vars: Variables,
    breaks: readonly Break[],
    depth: number,
  ): Promise<boolean> => {
    const [tree] = await files.yaml(file);
    const task = taskOf(tree, name);
    if (tree === undefined || task === undefined) return included(file, tree, name, vars, breaks, depth);
    const key = `${file} ${name}`;
    if (entered.has(key) || depth > deepest) return true;
    entered.add(key);
    const variables = { ...variablesOf(child(tree, "vars")), ...variablesOf(child(task, "vars")), ...vars };
    const own = [...breaks, ...ignoring(task, file)];
    for (const dep of itemsOf(child(task, "deps")))
      await run(file, textOf(dep) ?? textOf(child(dep, "task")) ?? "", {}, own, depth + 1);
    const options = [...itemsOf(child(tree, "set")), ...itemsOf(child(task, "set"))].flatMap(
      (one) => textOf(one) ?? [],
    );
    const place = textOf(child(task, "dir"));
    const base = {
      hop: { path: file, line: task.line, text: `${name}:` },
      directory: joinPath(parentOf(file) ?? folder, filled(place ?? ".", variables)),
      env: { ...variablesOf(child(tree, "env")), ...variablesOf(child(task, "env")) },
    };
    const commands =
      task.kind === "map" ? [...itemsOf(child(task, "cmds")), ...itemsOf(child(task, "cmd"))] : itemsOf(task);
    for (const command of commands) {
      const called = textOf(child(command, "task"));
      if (called !== undefined) {
        await run(
          file,
          filled(called, variables),
          variablesOf(child(command, "vars")),
          [...own, ...ignoring(command, file)],
          depth + 1,
        );
        continue;
      }
      const text = command.kind === "scalar" ? command : child(command, "cmd");
      if (text?.kind !== "scalar") continue;
      const piece = { text: filled(text.text, variables), path: file, line: text.textLine };
      // The interpreter goes on after a failure inside one command, unless `set: [errexit]` (taskfile.dev, `set`).
      const shell = posixShell(options.flatMap((one) => (one.length === 1 ? [`-${one}`] : ["-o", one])));
      targets.push({
        ...base,
        content: { kind: "script", pieces: [piece], shell },
        breaks: [...own, ...ignoring(command, file)],
      });
    }
    return true;
  };

  /** `docs:build` is the task `build` of the file that is included as `docs`. */
  const included = async (
    file: string,
    tree: Tree | undefined,
    name: string,
    vars: Variables,
    breaks: readonly Break[],
    depth: number,
  ): Promise<boolean> => {
    const [space = "", ...rest] = name.split(":");
    const include = child(tree, "includes", space);
    const target = textOf(include) ?? textOf(child(include, "taskfile"));
    if (target === undefined || rest.length === 0 || depth > deepest) return false;
    const at = joinPath(parentOf(file) ?? folder, target);
    const inner = /\.ya?ml$/.test(at) ? at : await files.firstIn(at, names);
    return inner === undefined ? false : run(inner, rest.join(":"), vars, breaks, depth + 1);
  };

  for (const goal of goals.length > 0 ? goals : [{ text: "default", isKnown: true }]) {
    const isFound = goal.isKnown && (await run(path, goal.text, given, [], 0));
    if (!isFound) unknowns.push({ place: call.place, detail: `${path} has no task \`${goal.text}\` that is known` });
  }
  return { targets, unknowns };
}

function taskOf(tree: Tree | undefined, name: string): Tree | undefined {
  const tasks = child(tree, "tasks");
  const exact = child(tasks, name);
  if (exact !== undefined) return exact;
  return entriesOf(tasks).find(([, task]) =>
    itemsOf(child(task, "aliases")).some((alias) => textOf(alias) === name),
  )?.[1];
}

function ignoring(tree: Tree, path: string): readonly Break[] {
  const ignored = child(tree, "ignore_error");
  if (!isTrue(ignored) || ignored === undefined) return [];
  return [{ kind: "ignored-by-tool", detail: "`ignore_error: true`", place: treePlace(path, ignored) }];
}

/** Task's templates, of which only plain names are known. */
function filled(text: string, variables: Variables, depth = 0): string {
  return text.replace(/\{\{-?\s*(?:\.(\w+)|([^}]*?))\s*-?\}\}/g, (_whole, name: string | undefined) => {
    if (name === "ROOT_DIR" || name === "TASKFILE_DIR") return ".";
    if (name === "CLI_ARGS") return "";
    const value = name === undefined ? undefined : variables[name];
    return value === undefined || depth > 4 ? "${CI_EXPRESSION}" : filled(value, variables, depth + 1);
  });
}

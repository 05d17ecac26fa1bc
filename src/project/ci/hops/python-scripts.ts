import { at, record, strings } from "../../structured.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, plainWord, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import type { Break, Variables } from "../model.js";
import { placeOf } from "../model.js";
import { checkedLines } from "../shells.js";
import { posixShell } from "../shell/options.js";
import { findScript, type NamedScript, type ScriptTable } from "./script-tables.js";

interface Runner {
  /** The table's places; the first that has the name counts. */
  readonly tables: readonly ScriptTable[];
  /** The verb before the name, where there is one; `isOptional` where the name may stand alone. */
  readonly verb: string | undefined;
  readonly isOptional?: boolean;
  readonly valued: string;
}

const pyproject = (...keys: readonly string[]): ScriptTable => ({ file: "pyproject.toml", keys });

const runners: Readonly<Record<string, Runner>> = {
  poe: {
    tables: [pyproject("tool", "poe", "tasks"), { file: "poe_tasks.toml", keys: ["tasks"] }],
    verb: undefined,
    valued: "-C --root",
  },
  task: { tables: [pyproject("tool", "taskipy", "tasks")], verb: undefined, valued: "" },
  pdm: { tables: [pyproject("tool", "pdm", "scripts")], verb: "run", isOptional: true, valued: "-p --project" },
  rye: { tables: [pyproject("tool", "rye", "scripts")], verb: "run", valued: "" },
  pixi: {
    tables: [
      { file: "pixi.toml", keys: ["tasks"] },
      pyproject("tool", "pixi", "tasks"),
      { file: "pixi.toml", keys: ["feature", "*", "tasks"] },
      pyproject("tool", "pixi", "feature", "*", "tasks"),
    ],
    verb: "run",
    valued: "-e --environment --manifest-path",
  },
  pipenv: { tables: [{ file: "Pipfile", keys: ["scripts"] }], verb: "run", valued: "" },
  poetry: {
    tables: [pyproject("tool", "poetry", "scripts"), pyproject("project", "scripts")],
    verb: "run",
    valued: "-C",
  },
  uv: {
    tables: [pyproject("project", "scripts")],
    verb: "run",
    valued: "--with --extra --group --python -p --project --package",
  },
  mise: {
    tables: [
      { file: "mise.toml", keys: ["tasks"] },
      { file: ".mise.toml", keys: ["tasks"] },
      { file: ".config/mise/config.toml", keys: ["tasks"] },
    ],
    verb: "run",
    valued: "-j",
  },
};

/** `poe test`, `pdm run test`, `mise run test`, ...: what the project's own table says under that name. */
export async function followPythonScripts(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const runner = runners[programOf(call)];
  if (runner === undefined) return undefined;
  const read = readArguments(call.words.slice(1), wordSet(runner.valued), { stopsAtFirst: true });
  let names = read.others;
  const isRun =
    names[0]?.text === runner.verb || (runner.verb === "run" && programOf(call) === "mise" && names[0]?.text === "r");
  if (runner.verb !== undefined) {
    if (!isRun && runner.isOptional !== true) return undefined;
    if (isRun) names = readArguments(names.slice(1), wordSet(runner.valued), { stopsAtFirst: true }).others;
  }
  const [name, ...rest] = names;
  if (name === undefined) return undefined;
  const script = await findScript(name.text, call.scope.directory, runner.tables, files);
  const isOwn = runner.verb === undefined || programOf(call) === "mise";
  if (script === undefined)
    return isOwn && programOf(call) !== "task"
      ? unknownHere(call, `there is no task \`${name.text}\` that is known`)
      : undefined;
  const targets = targetsOf(script, name.text, rest, [], new Set());
  return {
    targets,
    unknowns:
      targets.length === 0 ? unknownHere(call, `what \`${name.text}\` runs is not written as commands`).unknowns : [],
  };
}

/** The commands of a script in whichever of the tools' forms: a text, a list of steps, a table with one of several keys. */
function targetsOf(
  script: NamedScript,
  name: string,
  rest: CommandCall["words"],
  breaks: readonly Break[],
  entered: Set<string>,
): readonly Target[] {
  if (entered.has(name)) return [];
  entered.add(name);
  const { value, path, line, folder, table } = script;
  const hop = { path, line, text: name };
  const fields = record(value);
  const own =
    fields["ignore_fail"] === true || fields["keep_going"] === true
      ? [{ kind: "ignored-by-tool" as const, detail: "`ignore_fail`", place: placeOf(path, line) }]
      : [];
  const all = [...breaks, ...own];
  const env = textsIn(fields["env"]);
  const cwd = fields["cwd"] ?? fields["working_dir"] ?? fields["dir"];
  const directory = typeof cwd === "string" ? `${folder}/${cwd}` : folder;
  const command = (text: string, isShell: boolean): Target => {
    const [entry] = /^[\w.]+:[\w.]+$/.exec(text) ?? [];
    if (entry !== undefined) {
      const tool = { name: "entry-point", args: rest.map((word) => word.text), script: undefined, module: entry };
      return { hop, directory, env, breaks: all, content: { kind: "tool", tool, place: placeOf(path, line) } };
    }
    const tail = rest.length > 0 && !isShell ? ` ${rest.map((word) => word.text).join(" ")}` : "";
    // One command, or lines of which the last decides.
    const shell = isShell ? posixShell() : checkedLines;
    return {
      hop,
      directory,
      env,
      breaks: all,
      content: { kind: "script", pieces: [{ text: text + tail, path, line }], shell },
    };
  };
  const other = (reference: string): readonly Target[] => {
    const [target = "", ...args] = reference.trim().split(/\s+/);
    if (!Object.hasOwn(table, target)) return [];
    return targetsOf({ ...script, value: table[target] }, target, args.map(plainWord), all, entered);
  };
  const step = (one: unknown): readonly Target[] => {
    if (typeof one === "string") {
      const [first = ""] = one.trim().split(/\s+/);
      return Object.hasOwn(table, first) ? other(one) : [command(one, false)];
    }
    return targetsOf({ ...script, value: one }, `${name} ${JSON.stringify(one)}`, [], all, entered);
  };
  const before = [
    ...stringsOf(fields["deps"]),
    ...stringsOf(fields["depends-on"]),
    ...stringsOf(fields["depends"]),
    ...stringsOf(fields["depends_on"]),
  ].flatMap(other);
  if (typeof value === "string") return [...before, command(value, false)];
  if (Array.isArray(value)) return value.flatMap(step);
  for (const key of ["cmd", "run"]) {
    const text = fields[key];
    if (typeof text === "string") return [...before, command(text, false)];
    if (Array.isArray(text))
      return [...before, key === "cmd" ? command(strings(text).join(" "), false) : text.flatMap(step)].flat();
  }
  if (typeof fields["shell"] === "string") return [...before, command(fields["shell"], true)];
  for (const key of ["sequence", "composite", "chain", "parallel"]) {
    const steps = fields[key];
    if (Array.isArray(steps)) return [...before, ...steps.flatMap(step)];
  }
  for (const key of ["script", "call", "callable"]) {
    const entry = fields[key];
    if (typeof entry === "string") return [...before, command(entry.replace(/\(.*$/s, ""), false)];
  }
  const reference = at(value, "ref");
  return typeof reference === "string" ? [...before, ...other(reference)] : before;
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one === "string") return [one];
    const task = record(one)["task"];
    return typeof task === "string" ? [task] : [];
  });
}

function textsIn(value: unknown): Variables {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([name, one]) => (typeof one === "string" ? [[name, one]] : [])),
  );
}

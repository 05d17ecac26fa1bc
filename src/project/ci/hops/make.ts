import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, hasOption, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, placeOf, type Shell, type Unknown } from "../model.js";
import { posixShell } from "../shell/options.js";
import { literalVariables } from "../shell/scope.js";
import { expandMake, type Makefile, type MakeTarget, readMakefile } from "./makefile.js";

const valued = wordSet("-C --directory -f --file --makefile -I -o -W --jobs-style");
const names = ["GNUmakefile", "makefile", "Makefile"];

/** `make test`: the recipes of the targets and of what they need. */
export async function followMake(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (!/^g?make$/.test(programOf(call))) return undefined;
  const args = readArguments(call.words.slice(1), valued);
  const { directory: from } = call.scope;
  if (from === undefined) return unknownHere(call, "make runs in a folder that is not known");
  if (hasOption(args, "-n", "--dry-run", "--just-print", "--version", "--help")) return { targets: [], unknowns: [] };
  const directory = joinPath(from, option(args, "-C", "--directory") ?? ".");
  const named = option(args, "-f", "--file", "--makefile");
  const path = await files.firstIn(directory, named === undefined ? names : [named]);
  const makefile = path === undefined ? undefined : await load(path, files);
  if (path === undefined || makefile === undefined) return unknownHere(call, "there is no Makefile where make runs");

  const overrides = args.others.filter(({ text }) => /^\w+[:?+]?=/.test(text));
  const goals = args.others.filter((word) => !overrides.includes(word));
  const variables = new Map([...Object.entries(literalVariables(call.scope)), ...makefile.variables]);
  for (const { text, isKnown } of overrides) {
    const equals = text.indexOf("=");
    const name = text.slice(0, equals).replace(/[:?+]$/, "");
    if (isKnown) variables.set(name, text.slice(equals + 1));
    else variables.delete(name);
  }
  const unknowns: Unknown[] = [];
  const reader = recipeReader(makefile, variables, path, directory, ignoring(args, call));
  if (goals.length === 0 && makefile.goal !== undefined) reader.build(makefile.goal);
  for (const goal of goals) {
    if (!goal.isKnown)
      unknowns.push({ place: call.place, detail: `which target \`${goal.text}\` is, only the run knows` });
    else if (!reader.build(goal.text))
      unknowns.push({ place: call.place, detail: `${path} has no target \`${goal.text}\`` });
  }
  return { targets: reader.targets, unknowns };
}

function ignoring(args: ReturnType<typeof readArguments>, call: CommandCall): readonly Break[] {
  const isIgnoring = hasOption(args, "-i", "--ignore-errors");
  return isIgnoring
    ? [{ kind: "ignored-by-tool", detail: "`make -i` goes on after each failure", place: call.place }]
    : [];
}

async function load(path: string, files: CiFiles, depth = 0): Promise<Makefile | undefined> {
  const text = await files.text(path);
  if (text === undefined) return undefined;
  const own = readMakefile(text, path);
  const targets = new Map(own.targets);
  const variables = new Map(own.variables);
  for (const included of own.includes) {
    const inner = joinPath(parentOf(path) ?? files.root, expandMake(included, own.variables));
    const makefile = depth < 3 ? await load(inner, files, depth + 1) : undefined;
    for (const [name, target] of makefile?.targets ?? []) if (!targets.has(name)) targets.set(name, target);
    for (const [name, value] of makefile?.variables ?? []) if (!variables.has(name)) variables.set(name, value);
  }
  return { ...own, targets, variables };
}

function recipeReader(
  makefile: Makefile,
  variables: ReadonlyMap<string, string>,
  path: string,
  directory: string,
  breaks: readonly Break[],
) {
  const targets: Target[] = [];
  const built = new Set<string>();
  const flags = variables.get(".SHELLFLAGS")?.split(/\s+/) ?? [];
  const shell: Shell = { ...posixShell(flags), checksPieces: true };

  /** Gives false where there is no such target. */
  const build = (name: string): boolean => {
    const found = targetOf(makefile, name);
    if (found === undefined) return false;
    if (built.has(name)) return true;
    built.add(name);
    const { target, stem } = found;
    const local = new Map(variables).set("@", name).set("*", stem);
    for (const need of target.needs.map((one) => expandMake(one.replaceAll("%", stem), local))) {
      for (const one of need.split(/\s+/)) build(one);
    }
    const hop = { path: target.recipe[0]?.path ?? path, line: target.line, text: `${name}:` };
    const base = { hop, directory, env: Object.fromEntries(exported(variables)), breaks };
    const pieces = target.recipe.map((piece) => ({ ...piece, text: expandMake(piece.text, local) }));
    if (makefile.isOneShell) {
      const plain = pieces.map((piece) => ({ ...piece, text: piece.text.replace(/^[\s@+-]*/, "") }));
      targets.push({ ...base, content: { kind: "script", pieces: plain, shell: { ...shell, checksPieces: false } } });
      return true;
    }
    // Each line has a shell of its own.
    for (const piece of pieces) {
      const [prefix = ""] = /^[\s@+-]*/.exec(piece.text) ?? [];
      const place = placeOf(piece.path, piece.line);
      const ignored: readonly Break[] = prefix.includes("-")
        ? [{ kind: "ignored-by-tool", detail: "make ignores a line that begins with `-`", place }]
        : [];
      const script = { kind: "script", pieces: [{ ...piece, text: piece.text.slice(prefix.length) }], shell } as const;
      targets.push({ ...base, content: script, breaks: [...breaks, ...ignored] });
    }
    return true;
  };
  return { targets, build };
}

function exported(variables: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...variables].filter(([name, value]) => /^[A-Za-z_]\w*$/.test(name) && !value.includes("$"));
}

/** A target by its name, or by a pattern such as `test-%`. */
function targetOf(
  makefile: Makefile,
  name: string,
): { readonly target: MakeTarget; readonly stem: string } | undefined {
  const exact = makefile.targets.get(name);
  if (exact !== undefined) return { target: exact, stem: "" };
  for (const [pattern, target] of makefile.targets) {
    const [before, after, ...more] = pattern.split("%");
    if (before === undefined || after === undefined || more.length > 0 || name.length <= pattern.length - 1) continue;
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    return { target, stem: name.slice(before.length, name.length - after.length) };
  }
  return undefined;
}

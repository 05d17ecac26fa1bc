import { type Assignment, type Command, parse, type Word, type WordPart } from "unbash";
import { joinPath } from "../../paths.js";
import type { Piece } from "../model.js";
import { fileAt } from "../tool.js";
import { optionsAfter } from "./options.js";
import { withArguments } from "./scope.js";
import { apart, broken, type Fate, nodePlace, setVariable, sourceOf, type Walk } from "./walk.js";
import { expandWord, type ShellWord, valueOf } from "./words.js";

const deepestCalls = 4;

/** Visits one simple command: what only changes the shell changes the walk, a call of a function leads into it. */
export function visitCommand(walk: Walk, node: Command, piece: Piece, fate: Fate): void {
  const assignments = node.prefix.filter((one): one is Assignment => one.type === "Assignment");
  visitSubstitutions(walk, node, piece, fate);
  if (node.name === undefined) {
    for (const assignment of assignments) assign(walk, assignment);
    return;
  }
  const words = [node.name, ...node.args.filter((arg): arg is Word => arg.type === "Word")].flatMap((word) =>
    expandWord(word, walk.scope),
  );
  const before = walk.scope;
  const name = words[0]?.text ?? "";
  if (declaring.has(name)) {
    for (const arg of node.args) if (arg.type === "Assignment") assign(walk, arg);
    for (const { text } of words) if (/^[A-Za-z_]\w*=/.test(text)) assignText(walk, text);
    return;
  }
  if (isBuiltin(walk, name, words)) return;
  for (const assignment of assignments) assign(walk, assignment);
  if ((name === "source" || name === ".") && visitSourced(walk, words, fate)) return;
  const called = walk.functions.get(name);
  if (called !== undefined) {
    if (walk.calls >= deepestCalls) return;
    walk.calls++;
    walk.scope = withArguments(walk.scope, known(words.slice(1)));
    walk.visit(called.body, called.piece, fate);
    walk.scope = { ...walk.scope, vars: before.vars };
    walk.calls--;
    return;
  }
  const source = sourceOf(node, piece);
  walk.commands.push({
    words,
    place: nodePlace(node, piece),
    source,
    breaks: fate.breaks,
    scope: walk.scope,
    options: walk.options,
    input: inputOf(node, piece),
  });
  walk.scope = before;
}

/** A script that is sourced runs in the same shell: what it sets and defines stays. */
function visitSourced(walk: Walk, [, file, ...rest]: readonly ShellWord[], fate: Fate): boolean {
  const path = file?.isKnown === true ? fileAt(file.text, walk) : undefined;
  const text = path === undefined ? undefined : walk.sources.get(path);
  if (path === undefined || text === undefined) return false;
  if (walk.calls >= deepestCalls) return true;
  walk.calls++;
  const { script } = walk.scope;
  const args = rest.length === 0 ? walk.scope : withArguments(walk.scope, known(rest));
  walk.scope = { ...args, script: path };
  walk.visit(parse(text), { text, path, line: 1 }, fate);
  walk.scope = { ...walk.scope, script };
  walk.calls--;
  return true;
}

const declaring = new Set(["export", "local", "declare", "readonly", "typeset"]);

/** These neither run anything nor change where and how others run. */
const silent = new Set(
  (
    "echo printf true false : test [ read wait shopt trap return exit break continue shift umask ulimit alias getopts " +
    "sleep unset popd hash times jobs kill"
  ).split(" "),
);

function isBuiltin(walk: Walk, name: string, words: readonly ShellWord[]): boolean {
  if (name === "set") {
    walk.options = optionsAfter(
      walk.options,
      words.slice(1).map(({ text }) => text),
    );
    return true;
  }
  if (name === "cd" || name === "pushd") {
    const target = words.slice(1).find(({ text }) => !/^-[-LPe]*$/.test(text));
    walk.scope = { ...walk.scope, directory: target === undefined ? undefined : folderAt(walk, target) };
    return true;
  }
  if (name === "trap" && words.some(({ text }) => text === "ERR")) {
    const action = words[1]?.text ?? "";
    if (/\bexit\b/.test(action)) walk.options = { ...walk.options, errexit: true };
    walk.failureVariable = /^\s*([A-Za-z_]\w*)=/.exec(action)?.[1];
  }
  return silent.has(name);
}

function folderAt(walk: Walk, { text, isKnown }: ShellWord): string | undefined {
  if (!isKnown) return undefined;
  if (text.startsWith("/")) return text;
  return walk.scope.directory === undefined ? undefined : joinPath(walk.scope.directory, text);
}

function assign(walk: Walk, { name, value, append }: Assignment): void {
  if (value.type === "ArrayValue") {
    setVariable(walk, name, undefined);
    return;
  }
  const text = valueOf(value, walk.scope);
  const before = append === true ? walk.scope.vars.get(name) : "";
  setVariable(walk, name, text === undefined || before === undefined ? undefined : before + text);
}

function assignText(walk: Walk, text: string): void {
  const equals = text.indexOf("=");
  setVariable(walk, text.slice(0, equals), text.slice(equals + 1));
}

function known(words: readonly ShellWord[]): readonly string[] | undefined {
  return words.every(({ isKnown }) => isKnown) ? words.map(({ text }) => text) : undefined;
}

/** `x=$(command)` has the command's status; anywhere else nobody looks at it. */
function visitSubstitutions(walk: Walk, node: Command, piece: Piece, fate: Fate): void {
  const isAssignment = node.name === undefined;
  const words = [
    ...node.prefix.flatMap((one) => (one.type === "Assignment" ? one.value : [])),
    ...(node.name === undefined ? [] : [node.name]),
    ...node.args.map((arg) => (arg.type === "Assignment" ? arg.value : arg)),
  ];
  for (const word of words) {
    if (word.type !== "Word") continue;
    for (const part of (word.parts ?? []).flatMap(innerParts)) {
      if (part.type !== "CommandExpansion" || part.script === undefined || part.script.source !== undefined) continue;
      const { script } = part;
      const breaks = isAssignment
        ? fate.breaks
        : broken("substitution", "nobody looks at the status of `$(...)` here", node, piece);
      apart(walk, () => walk.visit(script, piece, { breaks, leaving: breaks, errexit: false, rest: "" }));
    }
  }
}

function innerParts(part: WordPart): readonly WordPart[] {
  return part.type === "DoubleQuoted" ? part.parts : [part];
}

function inputOf(node: Command, piece: Piece): Piece | undefined {
  for (const redirect of node.redirects) {
    if (redirect.type !== "HereDoc") continue;
    const { text, pos } = redirect.body;
    return { text, path: piece.path, line: nodePlace({ pos, end: pos }, piece).line };
  }
  return undefined;
}

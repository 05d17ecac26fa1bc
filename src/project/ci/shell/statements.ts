import type { AndOr, Pipeline, Statement } from "unbash";
import type { Break, Piece } from "../model.js";
import { decidesBy, leadsToFailure, looksAtStatus } from "./exits.js";
import { apart, broken, type Fate, firstLine, sourceOf, type Walk } from "./walk.js";

/** A statement with the stretch of text in which it stands. */
export interface Item {
  readonly statement: Statement;
  readonly piece: Piece;
  /** Is it the last of its piece? */
  readonly endsPiece: boolean;
}

/** Visits statements that run one after the other. */
export function visitStatements(walk: Walk, items: readonly Item[], fate: Fate): void {
  let left: Piece | undefined;
  for (const [index, item] of items.entries()) {
    if (item.piece === left) continue;
    visitStatement(walk, item, items[index + 1], { ...fate, rest: textAfter(items, index, fate.rest) });
    if (isExit(item.statement)) left = item.piece;
  }
}

/** `exit 0` on a line of its own: what follows in the block, or the entry of the file, never runs. */
function isExit({ command }: Statement): boolean {
  return command.type === "Command" && /^(?:exit|return)$/.test(command.name?.value ?? "");
}

/** So much of what runs later is looked at for what becomes of a failure. */
const farthest = 20_000;

function textAfter(items: readonly Item[], index: number, outer: string): string {
  let text = "";
  for (let at = index + 1; at < items.length && text.length < farthest; at++) {
    const { statement, piece } = items[at]!;
    text += `${sourceOf(statement, piece)}\n`;
  }
  return (text + outer).slice(0, farthest).trimEnd();
}

function visitStatement(walk: Walk, item: Item, next: Item | undefined, fate: Fate): void {
  const { statement, piece } = item;
  const node = statement.command;
  if (statement.background === true) {
    const isAwaited = /\bwait\s+(?:-n|"?\$|%)/.test(fate.rest);
    const breaks = isAwaited ? [] : broken("background", "it runs in the background", statement, piece);
    visitOne(walk, node, piece, { ...fate, breaks, errexit: false });
    return;
  }
  const isLive = fate.errexit && walk.options.errexit;
  if (node.type !== "AndOr") {
    visitOne(walk, node, piece, { ...fate, breaks: isLive ? fate.leaving : whenQuiet(walk, item, next, fate) });
    return;
  }
  const quiet = whenQuiet(walk, item, next, fate);
  const inList = quiet.length > 0 && isLive && next !== undefined ? beforeAnd(statement, piece) : quiet;
  visitAndOr(walk, node, piece, { ...fate, breaks: isLive ? fate.leaving : quiet }, inList);
}

/** What becomes of a statement's status where `set -e` does not act on it. */
function whenQuiet(walk: Walk, item: Item, next: Item | undefined, fate: Fate): readonly Break[] {
  if (next === undefined) return fate.breaks;
  if (walk.shell.checksPieces && item.endsPiece) return fate.leaving;
  const nextText = sourceOf(next.statement, next.piece);
  if (looksAtStatus(nextText, fate.rest.slice(nextText.length))) return fate.leaving;
  if (walk.failureVariable !== undefined && decidesBy(walk.failureVariable, fate.rest)) return fate.leaving;
  const detail = `without \`set -e\` the script goes on with \`${firstLine(nextText)}\``;
  return broken("followed", detail, next.statement, next.piece);
}

function beforeAnd(statement: Statement, piece: Piece): readonly Break[] {
  const detail = "`set -e` does not act on what stands before `&&`, and the script goes on";
  return broken("and-list", detail, statement, piece);
}

function visitOne(walk: Walk, node: Statement["command"], piece: Piece, fate: Fate): void {
  if (node.type === "AndOr") visitAndOr(walk, node, piece, fate, fate.breaks);
  else walk.visit(node, piece, fate);
}

/** `inList` is what becomes of a failing command that others stand behind with `&&`. */
function visitAndOr(
  walk: Walk,
  { commands, operators }: AndOr,
  piece: Piece,
  fate: Fate,
  inList: readonly Break[],
): void {
  commands.forEach((command, index) => {
    const or = operators.findIndex((operator, at) => at >= index && operator === "||");
    if (or < 0) {
      const isLast = index === commands.length - 1;
      walk.visit(command, piece, isLast ? fate : { ...fate, breaks: inList, errexit: false });
      return;
    }
    const handler = commands[or + 1]!;
    const text = sourceOf({ pos: handler.pos, end: commands.at(-1)!.end }, piece);
    const breaks = isFailureKept(walk, text, fate.rest)
      ? fate.leaving
      : broken("or-ignored", `\`|| ${firstLine(text)}\` takes the place of its failure`, handler, piece);
    walk.visit(command, piece, { ...fate, breaks, errexit: false });
  });
}

/** Does what runs after a failure make the script fail, itself or in a function of the script's own? */
function isFailureKept(walk: Walk, text: string, rest: string): boolean {
  if (leadsToFailure(text, rest)) return true;
  const called = walk.functions.get(/^\s*([\w-]+)/.exec(text)?.[1] ?? "");
  return called !== undefined && leadsToFailure(sourceOf(called.body, called.piece), rest);
}

export function visitPipeline(walk: Walk, node: Pipeline, piece: Piece, fate: Fate): void {
  const isNegated = node.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const breaks = isNegated ? broken("negated", "`!` turns its status round", node, piece) : fate.breaks;
  const own: Fate = isNegated ? { ...fate, breaks, errexit: false } : fate;
  if (node.commands.length === 1) {
    walk.visit(node.commands[0]!, piece, own);
    return;
  }
  const isAsked = fate.rest.split("\n")[0]?.includes("PIPESTATUS") === true;
  node.commands.forEach((command, index) => {
    const isSeen = index === node.commands.length - 1 || walk.options.pipefail || isAsked;
    const lost = broken("pipe", "without `pipefail` only the end of the pipe counts", node, piece);
    apart(walk, () => walk.visit(command, piece, isSeen ? own : { ...own, breaks: lost, errexit: false }));
  });
}

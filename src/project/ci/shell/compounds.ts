import type { Elif, If, Word } from "unbash";
import type { Piece } from "../model.js";
import { leadsToFailure } from "./exits.js";
import { apart, type Block, broken, type Compound, type Fate, setVariable, sourceOf, type Walk } from "./walk.js";
import { visitPipeline } from "./statements.js";
import { expandWord } from "./words.js";

/** Visits pipelines, groups, branches and loops. */
export function visitCompound(walk: Walk, node: Compound, piece: Piece, fate: Fate): void {
  switch (node.type) {
    case "Pipeline":
      return visitPipeline(walk, node, piece, fate);
    case "Subshell":
      return apart(walk, () => walk.visit(node.body, piece, { ...fate, leaving: fate.breaks, rest: "" }));
    case "BraceGroup":
      return walk.visit(node.body, piece, fate);
    case "Redirected":
      return walk.visit(node.command, piece, fate);
    case "Function": {
      const { body, name } = node;
      walk.functions.set(name.value, { body, piece });
      return;
    }
    case "If":
      return visitIf(walk, node, piece, fate);
    case "Case":
      for (const { body } of node.items) walk.visit(body, piece, fate);
      return;
    case "While":
      walk.visit(node.clause, piece, asCondition(fate, node, piece));
      return visitLoop(walk, node, piece, fate);
    case "For":
      for (const value of listedValues(walk, node.wordlist)) {
        setVariable(walk, node.name.value, value);
        visitLoop(walk, node, piece, fate);
      }
      return;
    case "ArithmeticFor":
    case "Select":
      return visitLoop(walk, node, piece, fate);
    case "Coproc": {
      const breaks = broken("background", "it runs in the background", node, piece);
      return walk.visit(node.body, piece, { ...fate, breaks, errexit: false });
    }
    case "TestCommand":
    case "ArithmeticCommand":
      return;
  }
}

function asCondition(fate: Fate, node: Compound, piece: Piece): Fate {
  return { ...fate, breaks: broken("condition", "its status only decides what runs", node, piece), errexit: false };
}

/** Of all rounds only the last one's status counts, unless `set -e` acts. */
function visitLoop(walk: Walk, node: Compound & { readonly body: Block }, piece: Piece, fate: Fate): void {
  const breaks = broken("followed", "without `set -e` only the last round of the loop counts", node, piece);
  walk.visit(node.body, piece, { ...fate, breaks });
}

/** The values of a `for` loop where all are known; else one round with an unknown one. */
function listedValues(walk: Walk, words: readonly Word[] | undefined): readonly (string | undefined)[] {
  const values = (words ?? []).flatMap((word) => expandWord(word, walk.scope));
  const isListed = values.length <= 20 && values.every(({ isKnown, text }) => isKnown && !/[*?[{]/.test(text));
  return isListed && values.length > 0 ? values.map(({ text }) => text) : [undefined];
}

/** `if tests; then a; else b; fi`: what runs when the tests fail says whether the failure is kept. */
function visitIf(walk: Walk, node: If, piece: Piece, fate: Fate): void {
  const arms: readonly (If | Elif)[] = [node, ...node.elif];
  arms.forEach((arm, index) => {
    const last = arm.clause.commands.at(-1)?.command;
    const isNegated = last?.type === "Pipeline" && last.prefixes.some(({ type }) => type === "Negation");
    const otherwise = arms[index + 1] ?? node.else;
    const onFailure = isNegated ? arm.then : otherwise;
    const text = onFailure === undefined ? "" : sourceOf(onFailure, piece);
    const isKept = leadsToFailure(text, fate.rest);
    const condition: Fate = isKept ? { ...fate, breaks: fate.leaving, errexit: false } : asCondition(fate, node, piece);
    if (isNegated && last.commands.length === 1) walk.visit(last.commands[0]!, piece, condition);
    else walk.visit(arm.clause, piece, condition);
    if (!isFalse(arm.clause)) walk.visit(arm.then, piece, fate);
  });
  if (node.else !== undefined) walk.visit(node.else, piece, fate);
}

/** `if false; then`: what follows is left out. */
function isFalse({ commands }: If["clause"]): boolean {
  const [only, second] = commands;
  return second === undefined && only?.command.type === "Command" && only.command.name?.value === "false";
}

import type { Call, Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { type CodeCell, codeCells } from "./cells.js";

/** A call whose result a cell puts out. */
export interface ShownCall {
  readonly call: Call;
  readonly cell: CodeCell;
  /** Was it made a dict of before it was shown? */
  readonly isDict: boolean;
}

/** The calls whose results stand in the outputs of the cells, by themselves or under a name. */
export function shownCalls(model: Model): readonly ShownCall[] {
  const named = new Map<string, Expression>();
  const found: ShownCall[] = [];
  for (const cell of codeCells(model)) {
    for (const [index, statement] of cell.statements.entries()) {
      if (statement.kind === "Assign" && statement.value !== undefined)
        for (const target of statement.targets) if (target.kind === "Name") named.set(target.id, statement.value);
      for (const one of shownBy(cell, index)) found.push(...callsIn(one, named).map((call) => ({ ...call, cell })));
    }
  }
  return found;
}

/** What a statement of a cell puts out: what it prints, and the cell's last line. */
export function shownBy({ statements, outputs }: CodeCell, index: number): readonly Expression[] {
  const statement = statements[index];
  if (statement?.kind !== "ExpressionStatement" || outputs.length === 0) return [];
  const { expression } = statement;
  return printedBy(expression) ?? (index === statements.length - 1 ? [expression] : []);
}

function printedBy(expression: Expression): readonly Expression[] | undefined {
  if (expression.kind !== "Call" || expression.callee.kind !== "Name") return undefined;
  return /^(?:print|display)$/.test(expression.callee.id) ? expression.args.map(({ value }) => value) : undefined;
}

/** Through what changes the order, the unit or the writing of the numbers, and nothing else. */
function callsIn(shown: Expression, named: ReadonlyMap<string, Expression>): readonly Omit<ShownCall, "cell">[] {
  let at = shown;
  let isDict = false;
  for (let depth = 0; depth < 8; depth++) {
    if (at.kind === "Name") {
      const given = named.get(at.id);
      if (given === undefined) return [];
      at = given;
    } else if (at.kind === "Operation" && /^[*/]$/.test(at.operator) && at.operands[0] !== undefined) {
      at = at.operands[0];
    } else if (at.kind === "Sequence" && at.form === "tuple") {
      return at.items.flatMap((item) => callsIn(item, named));
    } else if (at.kind === "Call") {
      const { callee, args } = at;
      const isMadeDict = callee.kind === "Name" ? callee.id === "dict" : isMethod(callee, /^to_dict$/);
      const inner =
        callee.kind === "Attribute" && isMethod(callee, writing)
          ? callee.object
          : isMadeDict && callee.kind === "Name"
            ? args[0]?.value
            : undefined;
      isDict ||= isMadeDict;
      if (inner === undefined) return [{ call: at, isDict }];
      at = inner;
    } else {
      return [];
    }
  }
  return [];
}

function isMethod(callee: Expression, name: RegExp): boolean {
  return callee.kind === "Attribute" && name.test(callee.name);
}

const writing = /^(?:round|mul|sort_index|sort_values|to_dict)$/;

import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { buildsOn, noteAccumulation } from "./accumulate.js";
import { assign } from "./assign.js";
import { executeClass } from "./classes.js";
import { executeBranch, executeMatch, executeTry } from "./branches.js";
import { findCell, cellToAssign, type Environment } from "./environment.js";
import { closure } from "./closures.js";
import { evaluate } from "./evaluate.js";
import { bindImport } from "./imports.js";
import { executeLoop } from "./loops.js";
import { applyDecorator } from "./decorators.js";
import { executeWith } from "./with.js";
import { makeEntity, type Frame, type Run } from "./run.js";
import type { Unit } from "./unit.js";
import { goTo, whereabouts } from "./whereabouts.js";
import { alternatives, joinValues, type Closure, type Value } from "../values.js";

/** Follows statements in order, until a path ends. */
export function execute(run: Run, scope: Environment, body: readonly Statement[]): void {
  if (run.depth > deepest) return;
  run.depth++;
  followAll(run, scope, body);
  run.depth--;
}

/** Blocks and calls nested deeper than people write are left, so that generated code cannot exhaust the stack. */
const deepest = 300;

function followAll(run: Run, scope: Environment, body: readonly Statement[]): void {
  // TypeScript functions can be called above the line that declares them.
  if (run.frame.unit.form.language === "typescript") {
    for (const statement of body) if (statement.kind === "FunctionStatement") executeStatement(run, scope, statement);
  }
  for (const statement of body) {
    if (!run.alive) return;
    run.budget--;
    executeStatement(run, scope, statement);
  }
}

/** Follows the top level of a module, or some statements of it, in a frame of its own. */
export function runModule(run: Run, of: Unit, statements: readonly Statement[] = of.form.body): void {
  const outside = whereabouts(run);
  const frame: Frame = {
    closure: undefined,
    unit: of,
    scope: of.globals,
    call: undefined,
    caller: undefined,
    mark: run.store.mark(),
    forks: run.forks,
    returns: [],
    onYield: undefined,
    yields: [],
    isRoot: false,
  };
  goTo(run, { frame, loops: undefined, branches: undefined, alive: true, depth: run.depth });
  execute(run, of.globals, statements);
  goTo(run, outside);
}

function executeStatement(run: Run, scope: Environment, statement: Statement): void {
  switch (statement.kind) {
    case "ExpressionStatement":
      evaluate(run, scope, statement.expression);
      return;
    case "Assign":
      executeAssign(run, scope, statement);
      return;
    case "Branch":
      executeBranch(run, scope, statement);
      return;
    case "Match":
      executeMatch(run, scope, statement);
      return;
    case "Loop":
      executeLoop(run, scope, statement);
      return;
    case "With":
      executeWith(run, scope, statement);
      return;
    case "Try":
      executeTry(run, scope, statement);
      return;
    case "FunctionStatement": {
      const { function: form } = statement;
      if (form.name === undefined) return;
      const decorators = form.decorators.map((decorator) => evaluate(run, scope, decorator));
      const plain: Closure = { ...closure(run, scope, form), decorators };
      if (scope.parent !== undefined && scope.owner === undefined && run.frame.unit === run.main) run.inner.push(plain);
      const made = decorators.reduceRight<Value>((value, decorator) => applyDecorator(run, decorator, value), plain);
      run.store.set(cellToAssign(scope, form.name), made);
      return;
    }
    case "ClassStatement":
      executeClass(run, scope, statement);
      return;
    case "Return": {
      const value = statement.value === undefined ? undefined : evaluate(run, scope, statement.value);
      const isLast = run.forks === run.frame.forks;
      run.frame.returns.push({ changes: isLast ? undefined : run.store.changesSince(run.frame.mark), value });
      run.alive = false;
      return;
    }
    case "Raise":
      if (statement.value !== undefined) evaluate(run, scope, statement.value);
      run.alive = false;
      return;
    case "Jump":
      if (run.loops !== undefined) {
        if (statement.jump === "break") run.loops.breaks.push(run.store.changesSince(run.loops.loopMark));
        else run.loops.continues.push(run.store.changesSince(run.loops.mark));
      }
      run.alive = false;
      return;
    case "Import":
      bindImport(run, scope, statement);
      return;
    case "Assert":
      evaluate(run, scope, statement.test);
      return;
    case "Delete":
      for (const target of statement.targets) executeDelete(run, scope, target);
      return;
    case "OuterNames":
      return;
  }
}

/** `del frame["column"]`: what it held is gone from here on. */
function executeDelete(run: Run, scope: Environment, target: Expression): void {
  if (target.kind !== "Subscript") return;
  const index = evaluate(run, scope, target.index);
  if (index.kind !== "literal" || typeof index.value !== "string") return;
  for (const object of alternatives(evaluate(run, scope, target.object))) {
    if (object.kind === "entity") run.record.deletions.push({ from: object, key: index.value, id: run.nextId });
  }
}

function executeAssign(run: Run, scope: Environment, statement: Statement & { kind: "Assign" }): void {
  if (statement.value === undefined) {
    const annotation = statement.annotation === undefined ? undefined : evaluate(run, scope, statement.annotation);
    const [target] = statement.targets;
    if (target === undefined || annotation?.kind !== "symbol" || scope.owner !== undefined) return;
    assign(run, scope, target, makeEntity(run, { how: "unknown" }, target, [], { type: annotation.path }));
    return;
  }
  const [target] = statement.targets;
  if (statement.operator === undefined) {
    const value = evaluate(run, scope, statement.value);
    if (
      run.loops !== undefined &&
      target !== undefined &&
      statement.targets.length === 1 &&
      buildsOn(run.frame.unit.form.text, target, statement.value)
    )
      noteAccumulation(run, scope, {
        statement,
        target,
        operator: undefined,
        value: statement.value,
        added: value,
        before: undefined,
        result: value,
      });
    for (const each of statement.targets) assign(run, scope, each, value);
    return;
  }
  if (target === undefined) return;
  const place = target.kind === "Name" ? findCell(scope, target.id) : undefined;
  const before = place === undefined ? evaluate(run, scope, target) : run.store.value(place);
  const added = evaluate(run, scope, statement.value);
  const from = before === undefined ? [added] : [before, added];
  // `model ??= load()` leaves what was there, or puts something there.
  const isChoice = statement.operator === "??" || statement.operator === "or" || statement.operator === "||";
  const result =
    isChoice && before !== undefined
      ? joinValues(before, added)
      : makeEntity(run, { how: "operation", operator: statement.operator }, statement.value, from);
  const { operator, value } = statement;
  noteAccumulation(run, scope, { statement, target, operator, value, added, before, result });
  assign(run, scope, target, result);
}

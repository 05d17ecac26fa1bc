import type { Branch, Match, Try } from "../../syntax/form.js";
import { unchanged, type Changes } from "./store.js";
import { cellToAssign, type Environment } from "./environment.js";
import { evaluate, unknown } from "./evaluate.js";
import { execute } from "./execute.js";
import type { Run } from "./run.js";
import { truth } from "../values.js";

/** Runs one way through, takes its effects back, and returns them; undefined when it does not come out at the end. */
function attempt(run: Run, way: () => void): Changes | undefined {
  const mark = run.store.mark();
  setAlive(run, true);
  run.forks++;
  way();
  run.forks--;
  const changes = run.alive ? run.store.changesSince(mark) : undefined;
  run.store.rollback(mark);
  run.alive = true;
  return changes;
}

/** A call, because the compiler would take a plain assignment for the last word. */
function setAlive(run: Run, alive: boolean): void {
  run.alive = alive;
}

function meet(run: Run, ways: readonly (Changes | undefined)[]): void {
  const open = ways.filter((way) => way !== undefined);
  run.alive = open.length > 0;
  run.store.merge(open);
}

/** A test that is known takes one side only: `if train:` with `train=False` passed in does not run. */
export function executeBranch(run: Run, scope: Environment, branch: Branch): void {
  const test = evaluate(run, scope, branch.test);
  // An imported file does not run its script part.
  const known = isMainGuard(branch) ? run.frame.unit === run.main : truth(test);
  const outside = run.branches;
  const side = (taken: boolean) => {
    run.branches = { branch, taken, test, parent: outside, frame: run.frame };
    execute(run, scope, taken ? branch.body : branch.otherwise);
    run.branches = outside;
  };
  if (known !== undefined) {
    side(known);
    return;
  }
  meet(run, [attempt(run, () => side(true)), attempt(run, () => side(false))]);
}

/** Follows both sides of a choice that is not known, each from the state before it. */
export function eitherWay(run: Run, ...sides: readonly (() => void)[]): void {
  meet(
    run,
    sides.map((side) => attempt(run, side)),
  );
}

/** `if __name__ == "__main__":` */
export function isMainGuard(branch: Branch): boolean {
  const { test } = branch;
  return (
    test.kind === "Comparison" &&
    test.operators[0] === "==" &&
    test.operands.some((operand) => operand.kind === "Name" && operand.id === "__name__")
  );
}

export function executeMatch(run: Run, scope: Environment, match: Match): void {
  const subject = evaluate(run, scope, match.subject);
  const ways: (Changes | undefined)[] = match.arms.map((arm) =>
    attempt(run, () => {
      for (const name of arm.names) run.store.set(cellToAssign(scope, name), unknown(run, match.subject, [subject]));
      if (arm.test !== undefined) evaluate(run, scope, arm.test);
      execute(run, scope, arm.body);
    }),
  );
  if (!match.arms.some((arm) => arm.isDefault)) ways.push(unchanged);
  meet(run, ways);
}

/** A handler starts with whatever part of the body was done: nothing, or all. */
export function executeTry(run: Run, scope: Environment, statement: Try): void {
  const mark = run.store.mark();
  const firstExit = run.frame.returns.length;
  run.forks++;
  execute(run, scope, statement.body);
  run.forks--;
  const bodyLives = run.alive;
  const done = run.store.changesSince(mark);
  run.store.rollback(mark);
  const handled = statement.handlers.map((handler) =>
    attempt(run, () => {
      run.store.merge([unchanged, done]);
      if (handler.type !== undefined) evaluate(run, scope, handler.type);
      if (handler.name !== undefined) run.store.set(cellToAssign(scope, handler.name), unknown(run, handler.type, []));
      execute(run, scope, handler.body);
    }),
  );
  const finished = bodyLives
    ? attempt(run, () => {
        run.store.merge([done]);
        execute(run, scope, statement.otherwise);
      })
    : undefined;
  if (statement.final.length > 0) finishExits(run, scope, statement, firstExit);
  meet(run, [finished, ...handled]);
  const lives = run.alive;
  setAlive(run, true);
  execute(run, scope, statement.final);
  run.alive = run.alive && lives;
}

/** A `return` inside runs the `finally` on its way out. */
function finishExits(run: Run, scope: Environment, { final }: Try, firstExit: number): void {
  const { returns, mark: frameMark } = run.frame;
  const mark = run.store.mark();
  for (let index = firstExit; index < returns.length; index++) {
    const { changes, value } = returns[index]!;
    if (changes === undefined) continue;
    run.store.merge([changes]);
    setAlive(run, true);
    execute(run, scope, final);
    returns[index] = { changes: run.store.changesSince(frameMark), value };
    run.store.rollback(mark);
  }
}

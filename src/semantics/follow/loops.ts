import type { Loop } from "../../syntax/form.js";
import { assign } from "./assign.js";
import { elementOf } from "./elements.js";
import { boundNames, findCell, type Environment } from "./environment.js";
import { evaluate, unknown } from "./evaluate.js";
import { execute } from "./execute.js";
import { modulesIn } from "./module-lists.js";
import type { LoopFrame, Run } from "./run.js";
import { unchanged, type Changes } from "./store.js";
import type { Value } from "../values.js";

/** Loops over a few literals are run item by item: `for phase in ["train", "val"]` is two different programs. */
const mostUnrolled = 4;

/**
 * Follows a loop. What the first run of the body changes for the next one (a mode, a flag, which function a name stands for)
 * makes it run again from there, and then only the second run is recorded.
 * A loop is taken to run at least once: code that trains or scores nothing is not what rules are about.
 */
export function executeLoop(run: Run, scope: Environment, loop: Loop): void {
  const iterable = loop.iterable === undefined ? undefined : evaluate(run, scope, loop.iterable);
  let mark = run.store.mark();
  run.forks++;
  const step = { loop, iterable, parent: run.loops, frame: run.frame, firstId: run.nextId, loopMark: mark };
  const breaks: Changes[] = [];
  const steps = iterable === undefined || loop.target === undefined ? undefined : fewSteps(run, iterable);
  if (steps !== undefined) {
    for (const target of steps) if (run.alive) iterate(run, scope, { ...step, target, breaks });
  } else {
    const target =
      iterable === undefined || loop.iterable === undefined ? undefined : elementOf(run, iterable, loop.iterable);
    const record = {
      calls: run.record.calls.length,
      accumulations: run.record.accumulations.length,
      writes: run.record.writes.length,
    };
    forgetCounters(run, scope, loop);
    mark = run.store.mark();
    const runsAgain = survey(run, mark, () => iterate(run, scope, { ...step, loopMark: mark, target, breaks }));
    if (runsAgain) {
      run.record.calls.length = record.calls;
      run.record.accumulations.length = record.accumulations;
      run.record.writes.length = record.writes;
      breaks.length = 0;
      const first = run.store.changesSince(mark);
      run.store.rollback(mark);
      run.store.merge([unchanged, first]);
      iterate(run, scope, { ...step, loopMark: mark, target, breaks });
    }
  }
  run.forks--;
  leaveLoop(run, loop, mark, breaks);
  if (run.alive) execute(run, scope, loop.otherwise);
}

/**
 * Runs a loop's body for the first time, and tells whether it must run again here. A loop inside another one's first run
 * leaves that to the outer, so that loops in loops cost as many runs as they are deep, not twice as many with each.
 */
function survey(run: Run, mark: number, body: () => void): boolean {
  const { isSurvey, wantsAgain } = run;
  Object.assign(run, { isSurvey: true, wantsAgain: false });
  body();
  const again = run.alive && run.budget > 0 && (run.wantsAgain || changesNextRun(run, mark));
  run.isSurvey = isSurvey;
  run.wantsAgain = wantsAgain || (isSurvey && again);
  return again && !isSurvey;
}

/** A literal that the body assigns anew is not what later iterations see. */
function forgetCounters(run: Run, scope: Environment, loop: Loop): void {
  for (const name of boundNames(loop.body, run.frame.unit.form.language)) {
    const place = findCell(scope, name);
    const value = place === undefined ? undefined : run.store.value(place);
    if (place !== undefined && value?.kind === "literal")
      run.store.set(place, unknown(run, loop.test ?? loop.iterable, [value]));
  }
}

/** Did the body change what decides how the code behaves, rather than the data that flows through it? */
function changesNextRun(run: Run, mark: number): boolean {
  return run.store.isReplacedSince(mark, (before, now) => {
    if (typeof before === "number" || typeof now === "number") return true;
    if (before.kind === "literal") return typeof before.value !== "number";
    return before.kind !== "entity" || before.class !== undefined;
  });
}

/** One iteration; afterwards the store holds what the next one would start with. */
function iterate(run: Run, scope: Environment, step: Omit<LoopFrame, "mark" | "continues">): void {
  const { loop, target } = step;
  const frame: LoopFrame = { ...step, mark: run.store.mark(), continues: [] };
  run.loops = frame;
  if (loop.target !== undefined && target !== undefined) assign(run, scope, loop.target, target);
  if (loop.form !== "do" && loop.test !== undefined) evaluate(run, scope, loop.test);
  execute(run, scope, loop.body);
  if (loop.form === "do" && loop.test !== undefined && run.alive) evaluate(run, scope, loop.test);
  run.loops = frame.parent;
  if (frame.continues.length === 0) return;
  const ways = run.alive ? [run.store.changesSince(frame.mark), ...frame.continues] : frame.continues;
  run.store.rollback(frame.mark);
  run.store.merge(ways);
  run.alive = true;
}

/** The state after a loop: where its last iteration ended or where a `break` left it. */
function leaveLoop(run: Run, loop: Loop, mark: number, breaks: readonly Changes[]): void {
  const endless = isEndless(loop);
  if (breaks.length > 0) {
    const ways = run.alive && !endless ? [run.store.changesSince(mark), ...breaks] : breaks;
    run.store.rollback(mark);
    run.store.merge(ways);
    run.alive = true;
  } else if (!run.alive && !endless) {
    run.store.rollback(mark);
    run.alive = true;
  }
}

function isEndless(loop: Loop): boolean {
  return loop.test?.kind === "Literal" && Boolean(loop.test.value);
}

/** What a loop takes one by one: a few literals, or the layers of a network, each of which is given what the last one made. */
function fewSteps(run: Run, iterable: Value): readonly Value[] | undefined {
  if (iterable.kind === "entity" && iterable.origin.how === "call" && iterable.origin.path === "builtins.enumerate") {
    const [counted] = iterable.origin.args.positional;
    const modules = counted === undefined ? undefined : modulesIn(run, counted);
    return modules?.map((module) => ({ kind: "tuple", items: [unknown(run, iterable.site, []), module] }));
  }
  return fewLiterals(iterable) ?? modulesIn(run, iterable);
}

function fewLiterals(iterable: Value): readonly Value[] | undefined {
  const items =
    iterable.kind === "tuple"
      ? iterable.items
      : iterable.kind === "entity" && !iterable.facts.has("contents")
        ? iterable.items
        : undefined;
  if (items === undefined || items.length === 0 || items.length > mostUnrolled) return undefined;
  return items.every((item) => item.kind === "literal" && typeof item.value !== "number") ? items : undefined;
}

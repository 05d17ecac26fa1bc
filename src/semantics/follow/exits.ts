import type { Run } from "./run.js";
import type { Changes } from "./store.js";

/** The ways out of a block that are open when it begins: what is added to them later leaves through the block. */
export interface Exits {
  readonly returns: Run["frame"]["returns"];
  readonly jumps: readonly Changes[][];
  readonly firstReturn: number;
  readonly firstJumps: readonly number[];
}

export function exitsNow(run: Run): Exits {
  const { returns } = run.frame;
  const jumps = run.loops === undefined ? [] : [run.loops.breaks, run.loops.continues];
  return { returns, jumps, firstReturn: returns.length, firstJumps: jumps.map((list) => list.length) };
}

/**
 * Runs what a context does when it is left, also for the ways that left its body by `return`, `break` or `continue`.
 * The code after the block lives on only where the body did.
 */
export function leaveBy(run: Run, exits: Exits, cleanUp: () => void): void {
  const lives = run.alive;
  run.alive = true;
  const mark = run.store.mark();
  cleanUp();
  if (run.store.mark() >= mark) addToExits(exits, run.store.changesSince(mark));
  run.alive = lives;
}

/** What happens last on every way that left the block since. */
export function addToExits({ returns, jumps, firstReturn, firstJumps }: Exits, last: Changes): void {
  for (let index = firstReturn; index < returns.length; index++) {
    const { changes, value } = returns[index]!;
    if (changes !== undefined) returns[index] = { changes: new Map([...changes, ...last]), value };
  }
  jumps.forEach((list, kind) => {
    for (let index = firstJumps[kind]!; index < list.length; index++) list[index] = new Map([...list[index]!, ...last]);
  });
}

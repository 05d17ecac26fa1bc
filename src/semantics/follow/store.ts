import type { Value } from "../values.js";
import { joinValues } from "../values.js";

/** A place that holds a value or a set of flags while a program runs: a variable, a field, a fact of an entity. */
export interface Cell {
  /** What it holds before anything is written to it in the run. */
  initial: Value | number | undefined;
  /** What was written to it last; only its store reads and writes this. */
  content: Value | number | undefined;
}

export function cell(initial?: Value | number): Cell {
  return { initial, content: undefined };
}

export type Changes = ReadonlyMap<Cell, Value | number>;

/**
 * Reads and writes cells, with a trail of writes, so that a branch costs what it writes:
 * run one side, take its changes back, run the other, then merge the two sets of changes.
 */
export class Store {
  readonly #trailCells: Cell[] = [];
  readonly #trailOld: (Value | number | undefined)[] = [];

  get(place: Cell): Value | number | undefined {
    return place.content ?? place.initial;
  }

  value(place: Cell): Value | undefined {
    const content = this.get(place);
    return typeof content === "number" ? undefined : content;
  }

  flags(place: Cell): number | undefined {
    const content = this.get(place);
    return typeof content === "number" ? content : undefined;
  }

  set(place: Cell, content: Value | number): void {
    this.#trailCells.push(place);
    this.#trailOld.push(place.content);
    place.content = content;
  }

  mark(): number {
    return this.#trailCells.length;
  }

  /** What cells that held something at the mark held then and hold now, where that differs. */
  replacedSince(mark: number): { readonly before: Value | number; readonly now: Value | number }[] {
    const seen = new Set<Cell>();
    const replaced: { before: Value | number; now: Value | number }[] = [];
    for (let index = mark; index < this.#trailCells.length; index++) {
      const place = this.#trailCells[index]!;
      if (seen.has(place)) continue;
      seen.add(place);
      const before = this.#trailOld[index] ?? place.initial;
      const now = place.content;
      if (before !== undefined && now !== undefined && before !== now) replaced.push({ before, now });
    }
    return replaced;
  }

  /** What has changed since the mark, as it is now. */
  changesSince(mark: number): Changes {
    const changes = new Map<Cell, Value | number>();
    for (let index = mark; index < this.#trailCells.length; index++) {
      const place = this.#trailCells[index]!;
      if (place.content !== undefined) changes.set(place, place.content);
    }
    return changes;
  }

  /** Was the cell written since the mark, on any path? */
  isWrittenSince(mark: number, place: Cell): boolean {
    return this.#trailCells.indexOf(place, mark) >= 0;
  }

  /** Undoes all writes since the mark. */
  rollback(mark: number): void {
    for (let index = this.#trailCells.length - 1; index >= mark; index--) {
      const place = this.#trailCells[index]!;
      place.content = this.#trailOld[index];
    }
    this.#trailCells.length = mark;
    this.#trailOld.length = mark;
  }

  /** Makes what was written since the mark hold on every path, whatever is taken back later: what an import binds. */
  settle(mark: number): void {
    const changes = this.changesSince(mark);
    this.rollback(mark);
    for (const [place, content] of changes) if (place.content === undefined) place.initial = content;
  }

  /** Puts into effect that one of these things happened; an unchanged path is an empty set of changes. */
  merge(paths: readonly Changes[]): void {
    if (paths.length === 0) return;
    const touched = new Set<Cell>();
    for (const path of paths) for (const place of path.keys()) touched.add(place);
    for (const place of touched) {
      const before = this.get(place);
      let joined: Value | number | undefined;
      for (const path of paths) {
        const content = bound(path.get(place) ?? before);
        joined = joined === undefined ? content : content === undefined ? joined : join(joined, content);
      }
      if (joined !== undefined && joined !== before) this.set(place, joined);
    }
  }
}

function bound(content: Value | number | undefined): Value | number | undefined {
  return typeof content === "object" && content.kind === "pending" && content.isUnbound ? undefined : content;
}

/** A cell that is not bound on one path keeps what the other gives it: reading it there would have failed. */
function join(a: Value | number, b: Value | number): Value | number {
  if (typeof a === "number") return typeof b === "number" ? a | b : a;
  return typeof b === "number" ? a : joinValues(a, b);
}

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
  /** The trail ends here; what lies behind was taken back and is written over. */
  #end = 0;

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
    const end = this.#end++;
    this.#trailCells[end] = place;
    this.#trailOld[end] = place.content;
    place.content = content;
  }

  mark(): number {
    return this.#end;
  }

  /** Does what a cell held at the mark, if it held something, differ from what it holds now in a way that counts? */
  isReplacedSince(mark: number, counts: (before: Value | number, now: Value | number) => boolean): boolean {
    const seen = new Set<Cell>();
    for (let index = mark; index < this.#end; index++) {
      const place = this.#trailCells[index]!;
      if (seen.has(place)) continue;
      seen.add(place);
      const before = this.#trailOld[index] ?? place.initial;
      const now = place.content;
      if (before !== undefined && now !== undefined && before !== now && counts(before, now)) return true;
    }
    return false;
  }

  /** What has changed since the mark, as it is now. */
  changesSince(mark: number): Changes {
    if (mark >= this.#end) return unchanged;
    const changes = new Map<Cell, Value | number>();
    for (let index = mark; index < this.#end; index++) {
      const place = this.#trailCells[index]!;
      if (place.content !== undefined) changes.set(place, place.content);
    }
    return changes;
  }

  /** Was the cell written since the mark, on any path? */
  isWrittenSince(mark: number, place: Cell): boolean {
    for (let index = mark; index < this.#end; index++) if (this.#trailCells[index] === place) return true;
    return false;
  }

  /** Undoes all writes since the mark. */
  rollback(mark: number): void {
    for (let index = this.#end - 1; index >= mark; index--) {
      const place = this.#trailCells[index]!;
      place.content = this.#trailOld[index];
    }
    if (mark < this.#end) this.#end = mark;
  }

  /** Makes what was written since the mark hold on every path, whatever is taken back later: what an import binds. */
  settle(mark: number): void {
    const changes = this.changesSince(mark);
    this.rollback(mark);
    for (const [place, content] of changes) if (place.content === undefined) place.initial = content;
  }

  /** Puts into effect that one of these things happened; an unchanged path is an empty set of changes. */
  merge(paths: readonly Changes[]): void {
    const [only] = paths;
    if (only !== undefined && paths.length === 1) {
      for (const [place, content] of only) this.#put(place, bound(content));
      return;
    }
    for (const [index, path] of paths.entries()) {
      for (const place of path.keys()) {
        if (isIn(paths, index, place)) continue;
        const before = this.get(place);
        let joined: Value | number | undefined;
        for (const other of paths) {
          const content = bound(other.get(place) ?? before);
          joined = joined === undefined ? content : content === undefined ? joined : join(joined, content);
        }
        this.#put(place, joined);
      }
    }
  }

  #put(place: Cell, content: Value | number | undefined): void {
    if (content !== undefined && content !== this.get(place)) this.set(place, content);
  }
}

/** A way on which nothing is written. */
export const unchanged: Changes = new Map();

/** Does one of the first paths write the place? */
function isIn(paths: readonly Changes[], count: number, place: Cell): boolean {
  for (let index = 0; index < count; index++) if (paths[index]!.has(place)) return true;
  return false;
}

function bound(content: Value | number | undefined): Value | number | undefined {
  return typeof content === "object" && content.kind === "pending" && content.isUnbound ? undefined : content;
}

/** A cell that is not bound on one path keeps what the other gives it: reading it there would have failed. */
function join(a: Value | number, b: Value | number): Value | number {
  if (typeof a === "number") return typeof b === "number" ? a | b : a;
  return typeof b === "number" ? a : joinValues(a, b);
}

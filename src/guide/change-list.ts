import type { Fault } from "./entry.js";
import type { Change } from "./team-file.js";

/** The entries of one section of a team's file, each with its path in there. */
export interface Section<C> {
  readonly changes: readonly { readonly one: C; readonly path: Fault["path"] }[];
  /** What the section holds, in a word. */
  readonly what: string;
  readonly faults: Fault[];
}

/** How an entry becomes what it asks for: the changed thing, or the new one where there was none, or what stands in the way. */
export type Apply<T, C> = (change: C, existing: T | undefined) => T | readonly Fault[];

/** A list with the changes made one after the other: things added, changed, moved and left out. */
export function change<T extends { readonly id: string }, C extends Change>(
  list: readonly T[],
  { changes, what, faults }: Section<C>,
  apply: Apply<T, C>,
): readonly T[] {
  const result = [...list];
  const ids = new Set<string>();
  for (const { one, path } of changes) {
    const report = (key: string, message: string): void => {
      faults.push({ path: [...path, key], message });
    };
    const at = result.findIndex(({ id }) => id === one.id);
    const neighbour = one.before ?? one.after;
    const beside = result.findIndex(({ id }) => id === neighbour);
    if (ids.has(one.id)) {
      report("id", `\`${one.id}\` has an entry above; the first one counts`);
    } else if (one.before !== undefined && one.after !== undefined) {
      report("after", "a place is given by `before` or by `after`, not by both");
    } else if (neighbour !== undefined && (beside < 0 || beside === at)) {
      report(
        one.before === undefined ? "after" : "before",
        `there is no other ${what} \`${neighbour}\` to stand beside`,
      );
    } else if (one.hide) {
      if (at < 0) report("id", `there is no ${what} \`${one.id}\` to hide`);
      else result.splice(at, 1);
    } else {
      const made = apply(one, result[at]);
      if (isFaults(made)) {
        for (const fault of made) faults.push({ path: [...path, ...fault.path], message: fault.message });
      } else {
        place(result, made, one, at);
      }
    }
    ids.add(one.id);
  }
  return result;
}

/** Puts a thing where it was, at the end when it is new, or beside the neighbour that is asked for. */
function place<T extends { readonly id: string }>(list: T[], thing: T, { before, after }: Change, at: number): void {
  const neighbour = before ?? after;
  if (neighbour === undefined) {
    list.splice(at < 0 ? list.length : at, at < 0 ? 0 : 1, thing);
    return;
  }
  if (at >= 0) list.splice(at, 1);
  const beside = list.findIndex(({ id }) => id === neighbour);
  list.splice(after === undefined ? beside : beside + 1, 0, thing);
}

function isFaults(value: unknown): value is readonly Fault[] {
  return Array.isArray(value);
}

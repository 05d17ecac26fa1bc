import type { Row } from "./row.js";

/** Keeps rows as long as what they are made of is the same: while a folder is read, most of its stages are as they were. */
export interface RowMemory {
  /** The row of that id, made anew only when one of the things that it is made of is another one. */
  row(id: string, madeOf: readonly unknown[], make: () => Row): Row;
}

export function openRowMemory(): RowMemory {
  const known = new Map<string, { readonly madeOf: readonly unknown[]; readonly row: Row }>();
  return {
    row: (id, madeOf, make) => {
      const before = known.get(id);
      const isSame =
        before?.madeOf.length === madeOf.length && before.madeOf.every((one, index) => one === madeOf[index]);
      if (before !== undefined && isSame) return before.row;
      const row = make();
      known.set(id, { madeOf, row });
      return row;
    },
  };
}

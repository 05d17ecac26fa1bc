import type { Row } from "./row.js";

interface Group {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly rows: readonly Row[];
  /** What is said of the rows together; their number when nothing is. */
  readonly description?: string;
  readonly spoken?: string;
}

/** A row that holds others of one kind, and says how many. */
export function groupRow({ id, label, icon, rows, description = String(rows.length), spoken }: Group): Row {
  return {
    ...{ id, label, description },
    spoken: spoken ?? `${label}: ${description}`,
    icon: { name: icon },
    context: "group",
    // A row that cannot be opened says that there is nothing in it.
    ...(rows.length === 0 ? {} : { children: rows }),
  };
}

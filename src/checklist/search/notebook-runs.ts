import type { ChecklistProject } from "../project.js";
import type { Place } from "../evidence.js";

/** The cell of a notebook that was run before the one above it; a notebook without outputs was never run, as far as it says. */
export async function ranOutOfOrder(
  { read }: Pick<ChecklistProject, "read">,
  path: string,
): Promise<Place | undefined> {
  const counts = executionCounts((await read(path)) ?? "");
  const at = counts.findIndex(({ count }, index) => index > 0 && count <= (counts[index - 1]?.count ?? 0));
  const cell = counts[at]?.cell;
  return cell === undefined ? undefined : { path, line: 1, cell };
}

function executionCounts(text: string): readonly { readonly cell: number; readonly count: number }[] {
  const notebook = parsed(text);
  const cells = isRecord(notebook) && Array.isArray(notebook.cells) ? notebook.cells : [];
  return cells.flatMap((cell: unknown, index) => {
    const count = isRecord(cell) ? cell.execution_count : undefined;
    return typeof count === "number" ? [{ cell: index + 1, count }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A notebook that is no JSON is among the files that could not be read.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

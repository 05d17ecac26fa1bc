import { readSource } from "../project/read-source.js";
import type { FileSystem } from "../project/file-system.js";
import type { Notebook, NotebookCell } from "../syntax/notebook/notebook.js";
import { readNotebook } from "../syntax/notebook/read-notebook.js";
import type { Projects } from "./projects.js";
import { pathOf } from "./uris.js";

export type ReadStored = (uri: string) => Promise<readonly NotebookCell[]>;

/** The cells of a notebook as its file has them, read as the command line reads it; none where there is no notebook in it. */
export async function storedNotebook(
  uri: string,
  files: FileSystem,
  projects: Pick<Projects, "configOf">,
): ReturnType<ReadStored> {
  const path = pathOf(uri);
  if (path === undefined) return [];
  const { config } = await projects.configOf(path);
  const source = await readSource(files, path, "python", config.maxFileSize);
  const notebook = "text" in source ? readNotebook(source.text) : undefined;
  return notebook !== undefined && "cells" in notebook ? notebook.cells : [];
}

/**
 * The editor does not tell what cells put out, but their file does: a cell that has the text and the count of one in the
 * file was not edited and not run since, so it shows what stands there.
 */
export function withStoredOutputs({ cells }: Notebook, stored: readonly NotebookCell[]): Notebook {
  const left = new Map<string, NotebookCell[]>();
  for (const cell of stored) if (cell.kind === "code") left.set(keyOf(cell), [...(left.get(keyOf(cell)) ?? []), cell]);
  return {
    cells: cells.map((cell) => {
      const same = cell.kind === "code" ? left.get(keyOf(cell))?.shift() : undefined;
      return same === undefined ? cell : { ...cell, outputs: same.outputs };
    }),
  };
}

function keyOf({ executionCount, text }: NotebookCell): string {
  return `${executionCount ?? ""}|${text.replace(/\r\n?/g, "\n")}`;
}

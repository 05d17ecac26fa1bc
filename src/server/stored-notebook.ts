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
  const cells = notebook !== undefined && "cells" in notebook ? notebook.cells : [];
  return cells.map((cell) => ({ ...cell, text: withLineFeeds(cell.text) }));
}

/**
 * The editor does not tell what cells put out, nor the counts of an earlier session, but their file does. A cell that has
 * the text of one in the file was not edited since, so it shows what stands there, unless it was run since; one that
 * stands where the file has another text was edited.
 */
export function withStored({ cells }: Notebook, stored: readonly NotebookCell[]): Notebook {
  const left = new Set(stored);
  const same = cells.map((cell) => {
    if (cell.kind !== "code") return undefined;
    const text = withLineFeeds(cell.text);
    const alike = stored.find((one) => one.text === text && left.has(one) && mayBe(one, cell));
    if (alike !== undefined) left.delete(alike);
    return alike;
  });
  let above: NotebookCell | undefined;
  return {
    cells: cells.map((cell, index): NotebookCell => {
      const alike = same[index];
      const before = alike ?? nextOf(above, stored);
      if (cell.kind !== "code" || before === undefined || !(alike === before || left.delete(before))) {
        above = alike ?? above;
        return cell;
      }
      above = before;
      const { executionCount } = before;
      if (alike === undefined)
        return cell.executionCount === undefined ? { ...cell, executionCount, isEdited: true } : cell;
      return { ...cell, executionCount, outputs: cell.isEdited === true ? [] : alike.outputs };
    }),
  };
}

/** Cells that were run since they were saved have another count. */
function mayBe(stored: NotebookCell, { executionCount }: NotebookCell): boolean {
  return stored.kind === "code" && (executionCount === undefined || executionCount === stored.executionCount);
}

function nextOf(above: NotebookCell | undefined, stored: readonly NotebookCell[]): NotebookCell | undefined {
  const next = stored[above === undefined ? 0 : stored.indexOf(above) + 1];
  return next?.kind === "code" ? next : undefined;
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

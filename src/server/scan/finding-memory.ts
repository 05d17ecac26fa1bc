import { type FileResult, inOrder } from "../../project/check-files.js";
import type { Change } from "../../project/file-index.js";
import type { Names } from "../../project/root-names.js";
import type { Root } from "../../project/roots.js";
import type { Target } from "../../project/targets.js";
import type { ProjectWorkspace } from "../../project/workspace.js";

/** What checks for the checklist found in the files of a root, so that the next one looks at those alone that are others since. */
export interface FindingMemory {
  /** The results of the targets, in order; those that are not known are made. */
  check(
    targets: readonly Target[],
    names: Names,
    make: (targets: readonly Target[]) => AsyncIterable<FileResult>,
  ): AsyncIterable<FileResult>;
  /** A file came, changed or went. */
  forget(path: string, change: Change, workspace: Pick<ProjectWorkspace, "dependents">): Promise<void>;
  forgetAll(): void;
}

export function openFindingMemory({ folder }: Pick<Root, "folder">): FindingMemory {
  const known = new Map<string, FileResult>();
  /** Grows with every change: what was checked meanwhile may be about what was before. */
  let age = 0;

  const forgetAll = (): void => {
    age++;
    known.clear();
  };

  return {
    check: async function* (targets, names, make) {
      const missing = targets.filter(({ path }) => !known.has(path));
      const made = make(missing)[Symbol.asyncIterator]();
      for (const { path, root } of inOrder(targets, { names })) {
        const before = age;
        const kept = known.get(path);
        if (kept !== undefined) {
          yield kept;
          continue;
        }
        const next = await made.next();
        if (next.done === true) return;
        // Texts are for those who print findings, and a root within the root has changes of its own.
        const result: FileResult = "findings" in next.value ? { ...next.value, text: "" } : next.value;
        if (age === before && root.folder === folder) known.set(path, result);
        yield result;
      }
    },
    forget: async (path, { content, facts }, workspace) => {
      if (!content && !facts) return;
      if (facts) {
        forgetAll();
        return;
      }
      age++;
      known.delete(path);
      for (const other of await workspace.dependents([...known.keys()], path)) known.delete(other);
    },
    forgetAll,
  };
}

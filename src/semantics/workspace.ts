import type { FormModule } from "../syntax/form.js";

/**
 * What one file may know of the others: a value given by whoever reads files (`project/`), never read from disk here.
 * An empty workspace (`emptyWorkspace`) is what a single snippet has.
 */
export interface Workspace {
  /** The text of a checked file, for positions of related places. */
  text(path: string): string | undefined;
  /** The parsed module that an import in `from` names (`level` dots), and its path; undefined outside the workspace. */
  resolve(
    from: string,
    module: string,
    level: number,
  ): { readonly path: string; readonly form: FormModule } | undefined;
  readonly facts: WorkspaceFacts;
}

/** Versions as [major, minor]. */
export interface LibraryVersions {
  readonly least: readonly [number, number];
  /** The first that is too new; undefined where every newer one will do. */
  readonly below: readonly [number, number] | undefined;
}

/** Facts that hold for the whole root of a file. */
export interface WorkspaceFacts {
  /** The versions of torch that the dependency files of the project allow; undefined when nothing says. */
  readonly torch: LibraryVersions | undefined;
  /** Paths of files that evaluate a baseline (a dummy estimator, a majority class, a naive forecast, ...). */
  readonly baselineFiles: ReadonlySet<string>;
  /** For each seeded library ("torch", "numpy", ...), the paths of files that seed it. */
  readonly seededIn: ReadonlyMap<string, ReadonlySet<string>>;
}

export const emptyWorkspace: Workspace = {
  text: () => undefined,
  resolve: () => undefined,
  facts: { torch: undefined, baselineFiles: new Set(), seededIn: new Map() },
};

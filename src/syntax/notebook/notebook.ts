/** A notebook as its file holds it, whatever the version of its format. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
}

export interface NotebookCell {
  readonly kind: "code" | "markdown" | "other";
  /** Of a code cell: `python`, unless the notebook or the cell says something else. Lower case. */
  readonly language: string;
  readonly text: string;
  /** The count that the kernel gave it when it ran last; undefined where it was not run, or nothing was kept. */
  readonly executionCount: number | undefined;
  /** True where it is known that another text ran under that count. */
  readonly isEdited?: boolean;
  /** What it printed or showed as text, and the errors it ended in; of each the first and the last few thousand characters. */
  readonly outputs: readonly string[];
}

/** A file that is no notebook: what is wrong, for its reader. */
export interface BrokenNotebook {
  readonly problem: string;
}

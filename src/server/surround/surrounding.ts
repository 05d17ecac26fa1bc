import type { OffsetEdit } from "../workspace-edit.js";

/** Code that is put around a selection. */
export interface Surrounding {
  readonly title: string;
  /** In the syntax of snippets where `isSnippet` says so. */
  readonly edits: readonly (OffsetEdit & { readonly isSnippet?: boolean })[];
}

import type { FormModule } from "../syntax/form.js";

/** What one file says about its whole project. */
export interface FileFacts {
  readonly evaluatesBaseline: boolean;
  /** The libraries ("torch", "numpy", ...) that the file seeds. */
  readonly seeds: readonly string[];
}

export function fileFacts(form: FormModule): FileFacts {
  void form;
  return { evaluatesBaseline: false, seeds: [] };
}

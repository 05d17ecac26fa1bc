import type { FormModule } from "../syntax/form.js";
import { type SuppressionComment, readSuppressionComments } from "./suppression.js";
import type { Workspace } from "./workspace.js";

/** All that a rule may see of a file. Under construction: grows with the semantics. */
export interface Model {
  readonly form: FormModule;
  /** Does the file import this top-level module ("torch", "sklearn", "@tensorflow/tfjs")? */
  uses(library: string): boolean;
  /** The comments that turn rules off. */
  readonly suppressions: readonly SuppressionComment[];
}

export function buildModel(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
): Model {
  void workspace;
  return { form: document.form, uses: () => false, suppressions: readSuppressionComments(document.form) };
}

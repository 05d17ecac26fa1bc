import type { FormModule } from "../syntax/form.js";
import { canonicalModule } from "../knowledge/modules.js";
import { follow } from "./follow.js";
import type { AccumulateEvent, CallEvent } from "./run.js";
import { readSuppressionComments, type SuppressionComment } from "./suppression.js";
import { eachStatement } from "./visit.js";
import type { Value } from "./values.js";
import type { Expression } from "../syntax/form.js";
import type { Workspace } from "./workspace.js";

/** All that a rule may see of a file. */
export interface Model {
  readonly path: string;
  readonly form: FormModule;
  readonly workspace: Workspace;
  readonly suppressions: readonly SuppressionComment[];
  /** Does the file import this library (top-level name, aliases resolved: "torch", "keras", "@tensorflow/tfjs")? */
  uses(library: string): boolean;
  /** Every call of this file's code that was seen happening, in order of execution, once for each way of getting there. */
  readonly calls: readonly CallEvent[];
  readonly accumulations: readonly AccumulateEvent[];
  /** What an operand of a comparison was found to be. */
  valueOf(expression: Expression): Value | undefined;
  /** The source of a stretch, for messages in the user's own names. */
  text(span: { readonly start: number; readonly end: number }): string;
}

export function buildModel(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
): Model {
  const { path, form } = document;
  const libraries = importedLibraries(form);
  const run = libraries.size === 0 ? undefined : follow(document, workspace);
  return {
    path,
    form,
    workspace,
    suppressions: readSuppressionComments(form),
    uses: (library) => libraries.has(library),
    calls: run === undefined ? [] : run.record.calls.filter((event) => event.unit === run.main),
    accumulations: run?.record.accumulations ?? [],
    valueOf: (expression) => run?.record.values.get(expression),
    text: (span) => form.text.slice(span.start, span.end),
  };
}

function importedLibraries(form: FormModule): ReadonlySet<string> {
  const found = new Set<string>();
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import" || statement.level > 0) return;
    found.add(canonicalModule(statement.module).split(".")[0] ?? statement.module);
  });
  return found;
}

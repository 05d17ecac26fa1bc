import type { FormModule } from "../syntax/form.js";
import { mlLibraries } from "../knowledge/ml-libraries.js";
import { usedLibraries } from "./code/libraries.js";
import { newWork, spend, type Work } from "./code/work.js";
import { follow } from "./follow/follow.js";
import type { AccumulateEvent, CallEvent, Deletion, ReturnEvent, WriteEvent } from "./follow/run.js";
import { readSuppressionComments, type SuppressionComment } from "./suppression.js";
import type { Entity, Value } from "./values.js";
import type { Expression } from "../syntax/expressions.js";
import type { Workspace } from "./workspace.js";

/** All that a rule may see of a file. */
export interface Model {
  readonly path: string;
  readonly form: FormModule;
  readonly workspace: Workspace;
  readonly suppressions: readonly SuppressionComment[];
  /** Does the file use an ML library at all? */
  readonly isMachineLearning: boolean;
  /** Does the file import this library (top-level name, aliases resolved: "torch", "keras", "@tensorflow/tfjs")? */
  uses(library: string): boolean;
  /** Every call of this file's code that was seen happening, in order of execution, once for each way of getting there. */
  readonly calls: readonly CallEvent[];
  /** The same with the calls that imported files make while this one runs. */
  readonly allCalls: readonly CallEvent[];
  readonly accumulations: readonly AccumulateEvent[];
  /** Attributes and subscripts that are set, in order, imported files' too. */
  readonly writes: readonly WriteEvent[];
  /** Whatever was put into an object at any time, as an attribute, an element or under a key. */
  heldBy(entity: Entity): Iterable<Value>;
  readonly deletions: readonly Deletion[];
  /** What functions handed back, those included that only a library calls. */
  readonly returns: readonly ReturnEvent[];
  /** What an operand of a comparison was found to be. */
  valueOf(expression: Expression): Value | undefined;
  /** What the questions about the file cost: each reading of all its calls, and what lenses count (`spend`). */
  readonly work: Work;
  /** The source of a stretch, for messages in the user's own names. */
  text(span: { readonly start: number; readonly end: number }): string;
}

/** Reads a file as a rule sees it. Code is followed only where an ML library is in use: elsewhere no rule has a question. */
export function buildModel(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
): Model {
  const { path, form } = document;
  const libraries = usedLibraries(form);
  const isMachineLearning = [...libraries].some((library) => mlLibraries.has(library));
  const run = isMachineLearning ? follow(document, workspace) : undefined;
  const work = newWork();
  const allCalls = run?.record.calls ?? [];
  const calls = run === undefined ? [] : allCalls.filter((event) => event.unit === run.main);
  return {
    path,
    form,
    workspace,
    isMachineLearning,
    suppressions: readSuppressionComments(form),
    uses: (library) => libraries.has(library),
    get calls() {
      spend({ work }, calls.length);
      return calls;
    },
    get allCalls() {
      spend({ work }, allCalls.length);
      return allCalls;
    },
    work,
    heldBy: (entity) => run?.record.held.get(entity) ?? [],
    deletions: run?.record.deletions ?? [],
    returns: run?.record.returns ?? [],
    accumulations: run?.record.accumulations ?? [],
    writes: run?.record.writes ?? [],
    valueOf: (expression) => run?.record.values.get(expression),
    text: (span) => form.text.slice(span.start, span.end),
  };
}

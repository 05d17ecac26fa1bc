import type { FormModule } from "../syntax/form.js";
import type { Topic } from "../knowledge/topics.js";
import { allTopics } from "./follow/telling.js";
import { usedLibraries } from "./code/libraries.js";
import { isMachineLearning } from "./code/machine-learning.js";
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
  /** Does the file, or one that was followed with it, import this library (top-level name, aliases resolved: "torch", "@tensorflow/tfjs")? */
  uses(library: string): boolean;
  /** Do these words stand in the file, or in one that was followed with it? Give a literal: it is asked once for each. */
  mentions(words: RegExp): boolean;
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

/**
 * Reads a file as a rule sees it. Code is followed only where an ML library is in use, elsewhere no rule has a question,
 * and only as far as it can tell something of the topics that are asked about.
 */
export function buildModel(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
  topics: ReadonlySet<Topic> = new Set(allTopics),
): Model {
  const { path, form } = document;
  const isLearning = isMachineLearning(document, workspace);
  const run = isLearning && topics.size > 0 ? follow(document, workspace, topics) : undefined;
  const work = newWork();
  const allCalls = run?.record.calls ?? [];
  const calls = run === undefined ? [] : allCalls.filter((event) => event.unit === run.main);
  const mentioned = new Map<string, boolean>();
  let followed: readonly FormModule[] | undefined;
  const forms = (): readonly FormModule[] => (followed ??= formsOf(form, allCalls));
  return {
    path,
    form,
    workspace,
    isMachineLearning: isLearning,
    suppressions: readSuppressionComments(form),
    uses: (library) => forms().some((one) => usedLibraries(one).has(library)),
    mentions: (words) => {
      const key = String(words);
      let found = mentioned.get(key);
      if (found === undefined) mentioned.set(key, (found = forms().some(({ text }) => words.test(text))));
      return found;
    },
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

/** The file, then those whose code was followed with it. */
function formsOf(main: FormModule, calls: readonly CallEvent[]): readonly FormModule[] {
  const found = new Set([main]);
  for (const { unit } of calls) found.add(unit.form);
  return [...found];
}

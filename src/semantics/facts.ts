import type { FormModule } from "../syntax/form.js";
import { mayMentionBaseline } from "../knowledge/baselines.js";
import { mayMentionSeeds, seedsOf } from "../knowledge/seeds.js";
import { evaluatesBaseline } from "./data/baselines.js";
import { calledPaths, type CalledPath } from "./code/called-paths.js";
import { memo } from "./code/memo.js";

/** What one file says about its whole project. */
export interface FileFacts {
  readonly evaluatesBaseline: boolean;
  /** The libraries ("torch", "numpy", ...) that the file seeds. */
  readonly seeds: readonly string[];
}

export const noFacts: FileFacts = { evaluatesBaseline: false, seeds: [] };

/** From the form alone, without following the code: it is asked of every file of a project, and most say nothing. */
export const fileFacts = memo(readFacts);

/** Quick, for a text that is not parsed yet: false when `fileFacts` will have nothing to say. */
export function mayStateFacts(text: string): boolean {
  return mayMentionBaseline(text) || mayMentionSeeds(text);
}

function readFacts(form: FormModule): FileFacts {
  const mayScore = mayMentionBaseline(form.text);
  const maySeed = mayMentionSeeds(form.text);
  if (!mayScore && !maySeed) return noFacts;
  const calls = calledPaths(form);
  return {
    evaluatesBaseline: mayScore && evaluatesBaseline(form, calls),
    seeds: maySeed ? seededLibraries(calls) : [],
  };
}

function seededLibraries(calls: readonly CalledPath[]): readonly string[] {
  return [...new Set(calls.flatMap(({ path, call }) => seedsOf(path, call)))];
}

import type { FormModule } from "../syntax/form.js";
import { seedsOf } from "../knowledge/seeds.js";
import { evaluatesBaseline } from "./baselines.js";
import { calledPaths, type CalledPath } from "./called-paths.js";

/** What one file says about its whole project. */
export interface FileFacts {
  readonly evaluatesBaseline: boolean;
  /** The libraries ("torch", "numpy", ...) that the file seeds. */
  readonly seeds: readonly string[];
}

/** From the form alone, without following the code: it is asked of every file of a project. */
export function fileFacts(form: FormModule): FileFacts {
  const calls = calledPaths(form);
  return { evaluatesBaseline: evaluatesBaseline(form, calls), seeds: seededLibraries(calls) };
}

function seededLibraries(calls: readonly CalledPath[]): readonly string[] {
  return [...new Set(calls.flatMap(({ path }) => seedsOf(path)))];
}

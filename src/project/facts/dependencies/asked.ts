import type { Dependency, Dependencies } from "../file-facts.js";

/** A dependency, with what decides whether a lock has to hold it. */
export interface Asked extends Dependency {
  /** Only in some environments (`; python_version < "3.9"`), only with an extra, or expected of somebody else. */
  readonly isConditional: boolean;
  /** A folder of the project itself. */
  readonly isLocal: boolean;
}

export type LanguageVersion = Dependencies["languageVersions"][number];

/** What a manifest says. */
export interface Manifest {
  readonly path: string;
  readonly asked: readonly Asked[];
  readonly versions: readonly LanguageVersion[];
  /** The project's own name, which it may ask for with an extra. */
  readonly name?: string | undefined;
  /** Other files of requirements that it takes in, and those that only say which versions. */
  readonly includes?: readonly string[];
  readonly constraints?: readonly string[];
  readonly reason?: string | undefined;
}

/** The group of a dependency by the words in its name: `test`, `requirements-dev.txt`, `docs/requirements.txt`. */
export function isDevelopmentGroup(name: string): boolean {
  return developmentWord.test(name);
}

const developmentWord =
  /(?:^|[-_./])(?:dev|develop|development|tests?|testing|lint|linting|docs?|documentation|typing|types|typecheck|ci|format|formatting|style|checks?|qa|build|release|debug|coverage|pre-?commit|notebooks?|jupyter)(?=$|[-_./])/i;

/** PEP 503's spelling of a name, in which `Scikit_Learn` and `scikit-learn` are one; names of npm are what they are. */
export function normalName(name: string, ecosystem: Dependency["ecosystem"]): string {
  return ecosystem === "python" ? name.toLowerCase().replace(/[-_.]+/g, "-") : name;
}

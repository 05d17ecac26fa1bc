/** The files of a project, by paths that count from its root. */
export interface FactInput {
  readonly paths: readonly string[];
  /** The text of a file; undefined when it cannot be read. */
  readonly files: (path: string) => Promise<string | undefined>;
}

/** What was read, and what could not be. */
export interface Facts<T> {
  readonly facts: T;
  readonly unreadable: readonly UnreadableText[];
}

export interface UnreadableText {
  readonly path: string;
  readonly reason: string;
}

/** What is larger was not written by hand. */
export const largestText = 1_000_000;

export const cannotBeRead = "it cannot be read, or it is too large";

/** Is a file somebody else's that was copied in, or one of a template that is yet to be filled in? Such files say nothing about a project. */
export function isForeign(path: string): boolean {
  return (
    /(?:^|\/)(?:node_modules|site-packages|\.?venv|third[_-]party|vendor|bower_components)\//.test(path) ||
    /\{\{|\{%|(?:^|\/)cookiecutter[^/]*\//.test(path)
  );
}

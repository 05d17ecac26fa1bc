import type { FormModule, NotebookPart } from "../form.js";
import type { Span } from "../span.js";
import { lowerBlock } from "./lower-statements.js";
import { parsePython } from "./parse.js";

export interface ReadPythonOptions {
  readonly ipython?: boolean;
  /** The parts of the text that are read, each on its own, in order; the whole text when left out. */
  readonly parts?: readonly Span[];
  /** The cells, where the text is a notebook's. */
  readonly notebook?: readonly NotebookPart[];
}

/** Reads Python source into the common form. Never throws: broken source gives what could be read of it, and errors. */
export function readPython(text: string, options: ReadPythonOptions = {}): FormModule {
  const { ipython = false, parts = [{ start: 0, end: text.length }], notebook } = options;
  const trees = parts.map((part) => parsePython(text, { ipython, part }));
  const nodes = trees.flatMap(({ module }) => module.body);
  return {
    language: "python",
    text,
    body: lowerBlock({ depth: 0, yields: false }, nodes),
    comments: trees.flatMap(({ comments }) => comments),
    errors: trees.flatMap(({ errors }) => errors),
    ...(notebook === undefined ? {} : { notebook }),
  };
}

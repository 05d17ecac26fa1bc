import type { FormModule } from "../../src/syntax/form.js";
import { cellsOfScript, type ScriptCell } from "../../src/syntax/notebook/cell-script.js";
import { notebookForm } from "../../src/syntax/notebook/notebook-form.js";
import type { NotebookCell } from "../../src/syntax/notebook/notebook.js";

/**
 * A notebook from how examples and tests write it: a script in the percent format. `In [3]` on the line that begins a
 * cell is the count it ran under, `In [3] edited` says that it was changed since, and lines that begin with `#>` are what it put out.
 */
export function readNotebookProgram(program: string): FormModule {
  return notebookForm({ cells: (cellsOfScript(program) ?? []).map((cell) => toCell(program, cell)) });
}

/** The line of the program on which a cell begins, from 1. */
export function firstLineOf(program: string, cell: number): number {
  const start = cellsOfScript(program)?.[cell - 1]?.start ?? 0;
  return program.slice(0, start).split("\n").length;
}

function toCell(program: string, { kind, title, start, end }: ScriptCell): NotebookCell {
  const lines = program.slice(start, end).trimEnd().split("\n");
  const isOutput = (line: string): boolean => line.startsWith("#>");
  const output = lines.filter(isOutput).map((line) => `${line.slice(3)}\n`);
  const code = lines.filter((line) => !isOutput(line)).join("\n");
  const count = /\bIn \[(\d+)\]/.exec(title)?.[1];
  return {
    kind,
    language: kind === "code" ? "python" : "markdown",
    text: kind === "code" ? code : code.replace(/^# ?/gm, ""),
    executionCount: count === undefined ? undefined : Number(count),
    isEdited: / edited\b/.test(title),
    outputs: output.length === 0 ? [] : [output.join("")],
  };
}

import { expandSnippet } from "../../../src/guide/expand-snippet.js";
import { buildModel, type Model } from "../../../src/semantics/model.js";
import { emptyWorkspace } from "../../../src/semantics/workspace.js";
import { surroundEvaluation } from "../../../src/server/surround/evaluation.js";
import { type SelectedStatements, selectedStatements } from "../../../src/server/surround/selection.js";
import { surroundSplit } from "../../../src/server/surround/split.js";
import type { Surrounding } from "../../../src/server/surround/surrounding.js";
import { surroundTidy } from "../../../src/server/surround/tidy.js";
import { applyOffsetEdit } from "../../../src/server/workspace-edit.js";
import { readPython } from "../../../src/syntax/python/lower.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";

/** The text after what stands between « and » was surrounded; undefined where nothing is offered. */
export function evaluated(marked: string): string | undefined {
  return withStatements(marked, "a.py", surroundEvaluation);
}

export function tidied(marked: string): string | undefined {
  return withStatements(marked, "a.ts", surroundTidy);
}

export function split(marked: string): string | undefined {
  const { text, selection } = selectionOf(marked);
  const model = modelOf(text, "a.py");
  return applied(text, surroundSplit(model, selection, { start: 0, end: text.length }));
}

function withStatements(
  marked: string,
  path: string,
  surround: (model: Model, selected: SelectedStatements) => Surrounding | undefined,
): string | undefined {
  const { text, selection } = selectionOf(marked);
  const model = modelOf(text, path);
  const selected = selectedStatements(model.form, selection, { start: 0, end: text.length });
  return selected && applied(text, surround(model, selected));
}

function selectionOf(marked: string): { text: string; selection: { start: number; end: number } } {
  const start = marked.indexOf("«");
  return { text: marked.replace(/[«»]/g, ""), selection: { start, end: marked.indexOf("»") - 1 } };
}

function modelOf(text: string, path: string): Model {
  const form = path.endsWith(".py") ? readPython(text) : readTypeScript(text, { path });
  return buildModel({ path, form }, emptyWorkspace);
}

function applied(text: string, surrounding: Surrounding | undefined): string | undefined {
  const edits = surrounding?.edits.toSorted((a, b) => b.start - a.start);
  return edits?.reduce((result, { isSnippet, newText, ...span }) => {
    return applyOffsetEdit(result, { ...span, newText: isSnippet === true ? expandSnippet(newText) : newText });
  }, text);
}

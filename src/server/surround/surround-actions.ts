import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { usedLibraries } from "../../semantics/code/libraries.js";
import { buildModel } from "../../semantics/model.js";
import { emptyWorkspace } from "../../semantics/workspace.js";
import type { CheckedText } from "../checked-text.js";
import type { Session } from "../session.js";
import { documentEdit, snippetEdit, type VersionOf } from "../workspace-edit.js";
import { surroundEvaluation } from "./evaluation.js";
import { selectedStatements } from "./selection.js";
import { surroundSplit } from "./split.js";
import type { Surrounding } from "./surrounding.js";
import { surroundTidy } from "./tidy.js";

/** The kind that editors list under "Surround With". */
export const surroundKind = `${CodeActionKind.Refactor}.surround`;

/** What can be put around a selection of whole statements, or of what a split is made of, in code of the library it is for. */
export function surroundActions(
  range: Range,
  document: TextDocument,
  { outcome, span: part }: CheckedText,
  session: Session,
  versionOf: VersionOf,
): readonly CodeAction[] {
  const offsetAt = (position: Range["start"]): number => part.start + document.offsetAt(position);
  const selection = { start: offsetAt(range.start), end: offsetAt(range.end) };
  if (outcome === undefined || selection.start === selection.end) return [];
  const { form, name, project } = outcome;
  if (!libraries.some((library) => usedLibraries(form).has(library))) return [];
  const model = buildModel({ path: name, form }, project?.workspace ?? emptyWorkspace);
  const selected = selectedStatements(form, selection, part);
  const found = [
    ...(selected === undefined ? [] : [surroundEvaluation(model, selected), surroundTidy(model, selected)]),
    surroundSplit(model, selection, part),
  ];
  const positionAt = (offset: number): Range["start"] => document.positionAt(offset - part.start);
  return found.flatMap((surrounding) => {
    if (surrounding === undefined || (needsSnippets(surrounding) && !session.canInsertSnippets())) return [];
    const edits = surrounding.edits.map(({ start, end, newText, isSnippet }) => {
      const place = { start: positionAt(start), end: positionAt(end) };
      return isSnippet === true ? snippetEdit(place, newText) : { range: place, newText };
    });
    const edit = { documentChanges: [documentEdit(document.uri, edits, versionOf)] };
    return [{ title: surrounding.title, kind: surroundKind, edit }];
  });
}

const libraries = [
  ...["torch", "@tensorflow/tfjs", "sklearn", "pandas", "polars", "xgboost", "lightgbm", "catboost", "imblearn"],
];

function needsSnippets({ edits }: Surrounding): boolean {
  return edits.some(({ isSnippet }) => isSnippet === true);
}

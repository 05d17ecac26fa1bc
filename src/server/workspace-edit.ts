import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Fix } from "../rules/rule.js";
import { toLspRange } from "./diagnostics.js";
import type { AddressOf } from "./places.js";

/** The edits of a fix as the editor applies them; every text is at the version that the findings are about. */
export function fixEdit(fix: Fix, addressOf: AddressOf, versionOf: VersionOf): WorkspaceEdit {
  const byUri = textEditsByAddress(
    fix.edits.map((edit) => ({ uri: addressOf(edit), range: toLspRange(edit), newText: edit.newText })),
    ({ uri }) => uri,
  );
  return { documentChanges: [...byUri].map(([uri, edits]) => documentEdit(uri, edits, versionOf)) };
}

/** Edits of several texts, by the text. */
export function textEditsByAddress<E extends TextEdit>(
  edits: readonly E[],
  addressOf: (edit: E) => string,
): ReadonlyMap<string, TextEdit[]> {
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = addressOf(edit);
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range: edit.range, newText: edit.newText }]);
  }
  return byUri;
}

export type VersionOf = (uri: string) => number | null;

export function documentEdit(
  uri: string,
  edits: (TextEdit | SnippetTextEdit)[],
  versionOf: VersionOf,
): TextDocumentEdit {
  return { textDocument: { uri, version: versionOf(uri) }, edits };
}

/** An edit whose text is in the syntax of snippets: its tab stops are visited when it is applied. */
export function snippetEdit(range: TextEdit["range"], value: string): SnippetTextEdit {
  return { range, snippet: { kind: "snippet", value } };
}

/** An edit of offsets, which is what our own helpers compute. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export function applyOffsetEdit(text: string, { start, end, newText }: OffsetEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

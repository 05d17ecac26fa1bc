import assert from "node:assert/strict";
import type { CodeAction, Position, TextDocumentEdit } from "vscode-languageserver";
import { expandSnippet } from "../../src/guide/expand-snippet.js";

/** The text after a code action that edits this one document, and only it; snippets with the defaults of their places. */
export function applyAction(text: string, action: CodeAction | undefined, uri: string): string {
  const edits = (action?.edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => "textDocument" in change,
  );
  assert.deepEqual(
    edits.map(({ textDocument }) => textDocument.uri),
    [uri],
  );
  const inOrder = (edits[0]?.edits ?? []).map((edit) => ({
    start: offsetAt(text, edit.range.start),
    end: offsetAt(text, edit.range.end),
    newText: "newText" in edit ? edit.newText : expandSnippet(edit.snippet.value),
  }));
  return inOrder
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

export function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((offset, one) => offset + one.length + 1, 0) + character;
}

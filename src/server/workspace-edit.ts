import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Fix } from "../rules/rule.js";
import { toLspRange } from "./diagnostics.js";

/** The edits of a fix as the editor applies them; every text is at the version that the findings are about. */
export function fixEdit(fix: Fix, uriOfName: (name: string) => string, versionOf: VersionOf): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of fix.edits) {
    const uri = uriOfName(edit.path);
    const edits = byUri.get(uri) ?? [];
    edits.push({ range: toLspRange(edit), newText: edit.newText });
    byUri.set(uri, edits);
  }
  return { documentChanges: [...byUri].map(([uri, edits]) => documentEdit(uri, edits, versionOf)) };
}

export type VersionOf = (uri: string) => number | null;

export function documentEdit(uri: string, edits: TextEdit[], versionOf: VersionOf): TextDocumentEdit {
  return { textDocument: { uri, version: versionOf(uri) }, edits };
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

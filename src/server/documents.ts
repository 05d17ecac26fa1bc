import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cellScheme } from "../protocol.js";
import { type NotebookEvents, openNotebooks, type OpenNotebook } from "./notebooks.js";
import type { ReadStored } from "./stored-notebook.js";

/** What is checked as one: a text, or a notebook with all of its cells. */
export type OpenDocument = TextDocument | OpenNotebook;

/** Everything that is open in the editor. */
export interface Documents {
  /** A text document or a notebook; a cell is none. */
  get(uri: string): OpenDocument | undefined;
  keys(): string[];
  /** What one edits and points at: a text document, or the text of a cell. */
  text(uri: string): TextDocument | undefined;
  /** The address of what a text is checked with: of its notebook for a cell, its own for all else. */
  wholeOf(uri: string): string;
  /** Something else has written the file of an open notebook, with other outputs maybe. */
  reread(uri: string): void;
}

/** Events are told by the address of the text document or notebook; opening one is no change. */
export type DocumentEvents = NotebookEvents;

export function openDocuments(connection: Connection, events: DocumentEvents, read: ReadStored): Documents {
  const texts = new TextDocuments(TextDocument);
  const notebooks = openNotebooks(connection, events, read);
  const justOpened = new Set<string>();
  texts.onDidOpen(({ document: { uri } }) => {
    justOpened.add(uri);
    if (!isCell(uri)) events.opened(uri);
  });
  texts.onDidChangeContent(({ document: { uri } }) => {
    if (!justOpened.delete(uri) && !isCell(uri)) void events.changed(uri);
  });
  texts.onDidSave(({ document: { uri } }) => {
    if (!isCell(uri)) events.saved(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    justOpened.delete(uri);
    if (!isCell(uri)) void events.closed(uri);
  });
  texts.listen(connection);

  const plainText = (uri: string): TextDocument | undefined => (isCell(uri) ? undefined : texts.get(uri));
  const cellText = (uri: string): TextDocument | undefined =>
    notebooks.ofCell(uri)?.cells.find(({ document }) => document.uri === uri)?.document;
  return {
    get: (uri) => notebooks.get(uri) ?? plainText(uri),
    keys: () => [...texts.keys().filter((uri) => !isCell(uri)), ...notebooks.keys()],
    text: (uri) => cellText(uri) ?? plainText(uri),
    wholeOf: (uri) => notebooks.ofCell(uri)?.uri ?? uri,
    reread: (uri) => notebooks.reread(uri),
  };
}

export function isNotebookDocument(document: OpenDocument): document is OpenNotebook {
  return "cells" in document;
}

/** An editor that does not know of notebooks may send their cells as documents: alone they would be misjudged. */
function isCell(uri: string): boolean {
  return uri.startsWith(`${cellScheme}:`);
}

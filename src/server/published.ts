import type { Connection, Diagnostic } from "vscode-languageserver";
import type { OpenDocument } from "./documents.js";
import { isNotebookDocument } from "./documents.js";

/** The diagnostics that the editor has of open documents: of a notebook for each of its cells. */
export interface Published {
  /** Of every text of a document those that are about it; texts that it has no more lose theirs. */
  publish(document: OpenDocument, diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): void;
  /** Takes back all that was published of a document. */
  clear(uri: string): void;
}

export function openPublished(connection: Connection): Published {
  /** By document: what was sent for each of its texts. */
  const sent = new Map<string, Map<string, string>>();

  const send = (uri: string, diagnostics: readonly Diagnostic[], version?: number): void => {
    const rest = version === undefined ? {} : { version };
    void connection.sendDiagnostics({ uri, ...rest, diagnostics: [...diagnostics] });
  };

  return {
    publish: (document, diagnostics) => {
      const before = sent.get(document.uri) ?? new Map<string, string>();
      const now = new Map<string, string>();
      for (const { uri, version } of textsOf(document)) {
        const ours = diagnostics.get(uri) ?? [];
        const whole = JSON.stringify([version, ours]);
        now.set(uri, whole);
        // Of hundreds of cells, few change with a key.
        if (!isNotebookDocument(document) || before.get(uri) !== whole) send(uri, ours, version);
      }
      for (const uri of before.keys()) if (!now.has(uri)) send(uri, []);
      sent.set(document.uri, now);
    },
    clear: (uri) => {
      const texts = sent.get(uri);
      // What others publish of a document is theirs.
      if (texts === undefined) return;
      for (const text of new Set([uri, ...texts.keys()])) send(text, []);
      sent.delete(uri);
    },
  };
}

function textsOf(document: OpenDocument): readonly { readonly uri: string; readonly version: number }[] {
  return isNotebookDocument(document) ? document.cells.map((cell) => cell.document) : [document];
}

import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { builtInGuide } from "../guide/guide.js";
import { snippetsForRule } from "../guide/snippet-json.js";
import type { Finding } from "../rules/rule.js";
import type { CheckedText } from "./checked-text.js";
import { toDiagnostic, toLspRange } from "./diagnostics.js";
import type { Session } from "./session.js";
import { placeSnippet } from "./snippet-place.js";
import { documentEdit, snippetEdit, type VersionOf } from "./workspace-edit.js";

/** The snippets that show the right form for what some findings report, each once: put near, over nothing that is there. */
export function snippetActions(
  findings: readonly Finding[],
  document: TextDocument,
  { outcome, span, addressOf }: CheckedText,
  session: Session,
  versionOf: VersionOf,
): readonly CodeAction[] {
  if (outcome === undefined || !session.canInsertSnippets()) return [];
  const { form } = outcome;
  const language = snippetLanguage(document, form.language);
  const settings = session.settings.peek(session.documents.wholeOf(document.uri));
  const positionAt = (offset: number): ReturnType<TextDocument["positionAt"]> =>
    document.positionAt(offset - span.start);
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const range = toLspRange(finding);
    const at = { start: span.start + document.offsetAt(range.start), end: span.start + document.offsetAt(range.end) };
    for (const { prefix, title, text } of snippetsForRule(finding.rule, language, builtInGuide())) {
      if (actions.has(prefix)) continue;
      const { start, text: code, imports } = placeSnippet(form, at, span, text);
      const insert = (offset: number): ReturnType<typeof toLspRange> => ({
        start: positionAt(offset),
        end: positionAt(offset),
      });
      const edits = [
        ...(imports === undefined ? [] : [{ range: insert(imports.start), newText: imports.newText }]),
        snippetEdit(insert(start), code),
      ];
      actions.set(prefix, {
        title: `Insert snippet: ${title} (${prefix})`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, settings, addressOf)],
        edit: { documentChanges: [documentEdit(document.uri, edits, versionOf)] },
      });
    }
  }
  return [...actions.values()];
}

/** What a text's snippets are written in; a component's script says so in its tag. */
function snippetLanguage(document: TextDocument, language: "python" | "typescript"): string {
  if (language === "python" || /^(?:type|java)script(?:react)?$/.test(document.languageId)) {
    return language === "python" ? "python" : document.languageId;
  }
  return /<script\b[^>]*\blang=["']tsx?["']/.test(document.getText()) ? "typescript" : "javascript";
}

import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { expandSnippet } from "../guide/expand-snippet.js";
import { builtInGuide } from "../guide/guide.js";
import { snippetsForRule } from "../guide/snippet-json.js";
import { joinPath, nameOf, parentOf } from "../project/paths.js";
import type { Finding } from "../rules/rule.js";
import type { CheckedText } from "./checked-text.js";
import { toDiagnostic } from "./diagnostics.js";
import type { Session } from "./session.js";
import { pathOf, uriOf } from "./uris.js";
import { documentEdit, type VersionOf } from "./workspace-edit.js";

/**
 * The snippets for findings in a file that is no code, such as a workflow: whole files, of which none can stand inside
 * another one. So each becomes a file beside it, where there is none of that name, with its defaults filled in.
 */
export async function snippetFiles(
  findings: readonly Finding[],
  document: TextDocument,
  { addressOf }: CheckedText,
  session: Session,
  versionOf: VersionOf,
): Promise<readonly CodeAction[]> {
  const path = pathOf(document.uri);
  const [ending] = /\.ya?ml$/.exec(path ?? "") ?? [];
  if (path === undefined || ending === undefined || !session.canCreateFiles()) return [];
  const settings = session.settings.peek(document.uri);
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    for (const { prefix, title, text } of snippetsForRule(finding.rule, "yaml", builtInGuide())) {
      const file = joinPath(parentOf(path) ?? "/", prefix.replace(/^pf-/, "") + ending);
      if ((await session.files.stat(file)) !== undefined) continue;
      const uri = uriOf(file);
      const start = { line: 0, character: 0 };
      const newText = `${expandSnippet(text).trimEnd()}\n`;
      actions.push({
        title: `Insert snippet as ${nameOf(file)}: ${title} (${prefix})`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, settings, addressOf)],
        edit: {
          documentChanges: [
            { kind: "create", uri },
            documentEdit(uri, [{ range: { start, end: start }, newText }], versionOf),
          ],
        },
      });
    }
  }
  return actions;
}

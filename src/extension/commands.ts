import * as vscode from "vscode";
import { diagnosticSource, explainCommand, showModelCommand } from "../protocol.js";
import { runChecklistCommand, showItemCommand } from "../protocol-checklist.js";
import type { Client } from "./client.js";
import type { CommandId } from "./command-ids.js";
import { guidePageUri, openGuidePage, rulePageUri, showPageBefore } from "./guide-pages.js";
import type { ModelPages } from "./model-pages.js";
import { cellUri, wholeUri } from "./notebooks.js";
import type { ChecklistPanels } from "./panel/checklist-panels.js";
import { documentPlace, isDocumentPlace } from "./page-editor.js";
import { subjectOf, targetOf } from "./views/row-tree.js";
import { viewCommands, type ViewParts } from "./views/view-commands.js";

interface Parts extends ViewParts {
  readonly log: vscode.LogOutputChannel;
  readonly modelPages: ModelPages;
  readonly checklist: ChecklistPanels;
}

const commands: Readonly<Record<CommandId, (parts: Parts, argument: unknown, second: unknown) => unknown>> = {
  "mlPreflight.restart": ({ client }) => client.restart(),
  "mlPreflight.showLog": ({ log }) => log.show(),
  "mlPreflight.openConfig": ({ client }) => openConfig(client),
  [explainCommand]: (_, rule, place) => explain(rule, place),
  [showModelCommand]: ({ modelPages }) => modelPages.show(),
  "mlPreflight.pageBefore": () => showPageBefore(),
  [runChecklistCommand]: ({ checklist }) => checklist.run(),
  [showItemCommand]: ({ checklist }, item, folder) => showItem(checklist, item, folder),
  ...viewCommands,
};

export function registerCommands(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(id, (argument: unknown, second: unknown) => run(parts, argument, second)),
    ),
  );
}

/** Opens the page of the given rule, of the finding in a row of a view, or of the one under the cursor. */
async function explain(argument: unknown, place: unknown): Promise<void> {
  const target = typeof argument === "string" ? ruleAt(argument, place) : (findingInRow(argument) ?? findingAtCursor());
  if (target === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no ML Preflight finding at the cursor."));
    return;
  }
  await openGuidePage(target);
}

/** Shows the panel at an item, which is given by its id or by the row of a view. */
async function showItem(checklist: ChecklistPanels, item: unknown, folder: unknown): Promise<void> {
  const subject = subjectOf(item);
  const id = subject?.kind === "item" ? subject.id : item;
  const address = subject?.kind === "item" ? subject.root : folder;
  const root = typeof address === "string" ? vscode.Uri.parse(address, true) : undefined;
  await checklist.show(typeof id === "string" ? id : undefined, root);
}

function ruleAt(rule: string, place: unknown): vscode.Uri {
  return rulePageUri(rule, isDocumentPlace(place) ? place : undefined);
}

function findingInRow(row: unknown): vscode.Uri | undefined {
  const subject = subjectOf(row);
  if (subject?.kind !== "finding") return undefined;
  const target = targetOf(row);
  if (target?.kind !== "place") return rulePageUri(subject.rule);
  const uri = target.cell === undefined ? target.uri : cellUri(target.uri, target.cell)?.toString();
  // What is not open has no finding to show on the page.
  if (uri === undefined) return rulePageUri(subject.rule);
  return rulePageUri(subject.rule, { uri, position: { line: target.line, character: target.column } });
}

/** The page of the finding under the cursor, else of one on its line; our own, which has the reader's code in it. */
function findingAtCursor(): vscode.Uri | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { active } = editor.selection;
  const ours = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => diagnostic.source === diagnosticSource);
  const found =
    ours.find(({ range }) => range.contains(active)) ??
    ours.find(({ range }) => range.start.line <= active.line && active.line <= range.end.line);
  if (typeof found?.code !== "object") return undefined;
  // Of somebody's word about an item, the code is the item.
  if (found.code.target.path.includes("/items/")) return guidePageUri(`/guide/items/${String(found.code.value)}.md`);
  return rulePageUri(String(found.code.value), documentPlace(editor.document.uri, found.range.start));
}

/** Opens the configuration that governs the active document, or the first folder; makes one where there is none. */
async function openConfig(client: Client): Promise<void> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const active = document && wholeUri(document);
  const subject = active?.scheme === "file" ? active : vscode.workspace.workspaceFolders?.[0]?.uri;
  const config = subject === undefined ? null : await client.configFile(subject);
  if (config === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a folder or a file first: its configuration lives beside it."),
    );
    return;
  }
  const uri = vscode.Uri.parse(config.uri, true);
  if (!config.exists) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(config.initialText));
  await vscode.window.showTextDocument(uri);
}

import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type DocumentPlace, explainCommand } from "../protocol.js";
import { configPath } from "../project/configs.js";
import { parseSource } from "../project/parse.js";
import { within } from "../project/paths.js";
import type { Finding } from "../rules/rule.js";
import { LineIndex } from "../syntax/line-index.js";
import { type CheckedText, checkedText } from "./checked-text.js";
import { configFileOf } from "./config-file.js";
import { toDiagnostic, toLspRange } from "./diagnostics.js";
import { fixAllEdits } from "./fix-all.js";
import type { Session } from "./session.js";
import { snippetActions } from "./snippet-actions.js";
import { snippetFiles } from "./snippet-files.js";
import { suppressInFile, suppressOnLine } from "./suppress-edits.js";
import { cellForm, suppressInNotebook } from "./suppress-in-notebook.js";
import { type ProjectFileEdits, suppressInProjectFile } from "./suppress-in-project-file.js";
import { surroundActions, surroundKind } from "./surround/surround-actions.js";
import { turnOffEdit } from "./turn-off-edit.js";
import { pathOf } from "./uris.js";
import { documentEdit, fixEdit, type OffsetEdit, textEditsByAddress, type VersionOf } from "./workspace-edit.js";

/** Repairs every safe finding of a document; asked for by name, on save for instance, and never offered unasked. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mlPreflight`;

/** The same for all cells of a notebook; asked for in one of them. */
export const notebookFixAllKind = `${CodeActionKind.Notebook}.${fixAllKind}`;

export const codeActionKinds = [CodeActionKind.QuickFix, surroundKind, fixAllKind, notebookFixAllKind];

/**
 * What can be done about the findings in a range of a document or a cell: repair, begin with code of the right form,
 * suppress here, in the file or in the project, explain; and what can be put around the range.
 */
export async function codeActions(
  params: CodeActionParams,
  document: TextDocument,
  session: Session,
): Promise<CodeAction[]> {
  const { only } = params.context;
  const wants = (kind: string): boolean =>
    only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? false;
  const whole = session.documents.wholeOf(document.uri);
  const wantsFixAll = wants(fixAllKind);
  const wantsNotebookFixAll = whole !== document.uri && wants(notebookFixAllKind);
  const wantsQuickFixes = only === undefined || wants(CodeActionKind.QuickFix);
  const wantsSurrounding = only === undefined || wants(surroundKind);
  if (!wantsFixAll && !wantsNotebookFixAll && !wantsQuickFixes && !wantsSurrounding) return [];
  const checked = await checkedText(document, session);
  if (checked === undefined) return [];
  const versionOf: VersionOf = (uri) => session.documents.text(uri)?.version ?? null;
  const actions: CodeAction[] = [];
  const fixAll = (title: string, kind: string, cell?: number): void => {
    const { outcome, addressOf } = checked;
    if (outcome === undefined) return;
    const edits = fixAllEdits(outcome.findings, outcome.name, cell);
    const byAddress = textEditsByAddress(edits, ({ cell }) =>
      addressOf({ path: outcome.name, ...(cell === undefined ? {} : { cell }) }),
    );
    const documentChanges = [...byAddress].map(([uri, texts]) => documentEdit(uri, texts, versionOf));
    if (edits.length > 0) actions.push({ title, kind, edit: { documentChanges } });
  };
  if (wantsFixAll) fixAll("Fix all safe ML Preflight findings", fixAllKind, checked.cell);
  if (wantsNotebookFixAll) fixAll("Fix all safe ML Preflight findings in the notebook", notebookFixAllKind);
  if (wantsQuickFixes) {
    const found = checked.findings.filter((finding) => intersects(toLspRange(finding), params.range));
    for (const finding of found) actions.push(...repairs(finding, document, checked, session, versionOf));
    actions.push(...snippetActions(found, document, checked, session, versionOf));
    const firstOfRule = found.filter(({ rule }, index) => found.findIndex((other) => other.rule === rule) === index);
    if (checked.outcome === undefined)
      actions.push(...(await snippetFiles(firstOfRule, document, checked, session, versionOf)));
    for (const finding of firstOfRule) {
      actions.push(...(await dismissals(finding, document, checked, session, versionOf)));
    }
  }
  if (wantsSurrounding) actions.push(...surroundActions(params.range, document, checked, session, versionOf));
  return actions;
}

function repairs(
  finding: Finding,
  document: TextDocument,
  { addressOf }: CheckedText,
  session: Session,
  versionOf: VersionOf,
): CodeAction[] {
  const whole = session.documents.wholeOf(document.uri);
  const diagnostics = [toDiagnostic(finding, session.settings.peek(whole), addressOf)];
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: fix.safety === "safe",
    edit: fixEdit(fix, addressOf, versionOf),
  }));
}

async function dismissals(
  finding: Finding,
  document: TextDocument,
  checked: CheckedText,
  session: Session,
  versionOf: VersionOf,
): Promise<CodeAction[]> {
  const { rule } = finding;
  const whole = session.documents.wholeOf(document.uri);
  const diagnostics = [toDiagnostic(finding, session.settings.peek(whole), checked.addressOf)];
  const action = (title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...rest,
  });
  const edited = (edit: OffsetEdit, text = document): Partial<CodeAction> => {
    const range = { start: text.positionAt(edit.start), end: text.positionAt(edit.end) };
    return { edit: { documentChanges: [documentEdit(text.uri, [{ range, newText: edit.newText }], versionOf)] } };
  };
  const place: DocumentPlace = { uri: document.uri, position: toLspRange(finding).start };
  const onLine = await lineEdit(finding, document, checked);
  const inFile = fileEdit(rule, document, checked, session);
  const turnOff = await turnOffChanges(rule, whole, session, versionOf);
  return [
    ...(onLine === undefined ? [] : [action(`Suppress \`${rule}\` on this line`, edited(onLine))]),
    ...(inFile === undefined ? [] : [action(`Suppress \`${rule}\` in this file`, edited(inFile.edit, inFile.text))]),
    ...(turnOff === undefined ? [] : [action(`Turn \`${rule}\` off in ${configPath}`, { edit: turnOff })]),
    ...(session.canExplain()
      ? [
          action(`Explain \`${rule}\``, {
            command: { title: "Explain", command: explainCommand, arguments: [rule, place] },
          }),
        ]
      : []),
  ];
}

function lineEdit(
  finding: Finding,
  document: TextDocument,
  { outcome }: CheckedText,
): Promise<OffsetEdit | undefined> | undefined {
  if (outcome === undefined) return inProjectFile(document)?.onLine(finding);
  const { form, name, cells } = outcome;
  return cells === undefined
    ? suppressOnLine(form, finding, (text) => parseSource(text, name, form.language))
    : suppressOnLine(cellForm(document.getText()), finding, (text) => Promise.resolve(cellForm(text)));
}

/** In a notebook the comment may stand in another cell than the finding. */
function fileEdit(
  rule: string,
  document: TextDocument,
  { outcome }: CheckedText,
  { documents }: Session,
): { readonly edit: OffsetEdit; readonly text: TextDocument } | undefined {
  if (outcome === undefined) {
    const edit = inProjectFile(document)?.inFile(rule);
    return edit && { edit, text: document };
  }
  const { form, cells } = outcome;
  if (cells === undefined) return { edit: suppressInFile(form, rule), text: document };
  const edit = suppressInNotebook(form, rule);
  const text = documents.text(cells[(edit?.cell ?? 0) - 1] ?? "");
  return edit === undefined || text === undefined ? undefined : { edit, text };
}

function inProjectFile(document: TextDocument): ProjectFileEdits | undefined {
  return suppressInProjectFile(pathOf(document.uri) ?? "", document.getText());
}

/** Edits the configuration that governs the document, or makes one; not where a client could not make a file. */
async function turnOffChanges(
  rule: string,
  documentUri: string,
  { projects, files, documents, canCreateFiles }: Session,
  versionOf: VersionOf,
): Promise<CodeAction["edit"]> {
  const path = pathOf(documentUri);
  if (path === undefined) return undefined;
  const { uri, exists } = await configFileOf(path, projects, files);
  const start = { line: 0, character: 0 };
  if (!exists) {
    if (!canCreateFiles()) return undefined;
    const newText = `rules:\n  ${rule}: off\n`;
    const create = { kind: "create" as const, uri, options: { ignoreIfExists: true } };
    return { documentChanges: [create, documentEdit(uri, [{ range: { start, end: start }, newText }], versionOf)] };
  }
  const configFile = pathOf(uri) ?? "";
  const openUri = documents.keys().find((key) => pathOf(key) === configFile) ?? uri;
  const bytes = await files.read(configFile);
  const { folder } = await projects.configOf(path);
  const text = new TextDecoder().decode(bytes);
  const edit = turnOffEdit(text, rule, within(folder, path) ?? path);
  if (edit === undefined) return undefined;
  return {
    documentChanges: [documentEdit(openUri, [{ range: rangeIn(text, edit), newText: edit.newText }], versionOf)],
  };
}

function rangeIn(text: string, { start, end }: OffsetEdit): Range {
  const lines = new LineIndex(text);
  return toLspRange(lines.range({ start, end }));
}

function intersects(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

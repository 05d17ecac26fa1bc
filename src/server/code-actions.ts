import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type DocumentPlace, explainCommand } from "../protocol.js";
import { configPath } from "../project/configs.js";
import { parseSource } from "../project/parse.js";
import { within } from "../project/paths.js";
import type { Finding } from "../rules/rule.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Outcome } from "./check-document.js";
import { addressesIn } from "./checker.js";
import { configFileOf } from "./config-file.js";
import { toDiagnostic, toLspRange } from "./diagnostics.js";
import { fixAllEdits } from "./fix-all.js";
import type { Session } from "./session.js";
import { suppressInFile, suppressOnLine } from "./suppress-edits.js";
import { turnOffEdit } from "./turn-off-edit.js";
import { pathOf } from "./uris.js";
import { documentEdit, fixEdit, type OffsetEdit, type VersionOf } from "./workspace-edit.js";

type Analysed = Extract<Outcome, { state: "analysed" }>;

/** Repairs every safe finding of a document; asked for by name, on save for instance, and never offered unasked. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mlPreflight`;

/** What can be done about the findings in a range: repair, suppress here, in the file or in the project, explain. */
export async function codeActions(
  params: CodeActionParams,
  document: TextDocument,
  session: Session,
): Promise<CodeAction[]> {
  const { only } = params.context;
  const wants = (kind: string): boolean =>
    only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? false;
  const wantsFixAll = wants(fixAllKind);
  const wantsQuickFixes = only === undefined || wants(CodeActionKind.QuickFix);
  if (!wantsFixAll && !wantsQuickFixes) return [];
  const outcome = await session.checker.current(document.uri);
  if (outcome?.state !== "analysed") return [];
  const versionOf: VersionOf = (uri) => session.documents.get(uri)?.version ?? null;
  const actions: CodeAction[] = [];
  if (wantsFixAll) {
    const edits = fixAllEdits(outcome.findings, outcome.name);
    if (edits.length > 0) {
      const edit = { documentChanges: [documentEdit(document.uri, edits, versionOf)] };
      actions.push({ title: "Fix all safe ML Preflight findings", kind: fixAllKind, edit });
    }
  }
  if (wantsQuickFixes) {
    const found = outcome.findings.filter((finding) => intersects(toLspRange(finding), params.range));
    for (const finding of found) actions.push(...repairs(finding, document, outcome, session, versionOf));
    const firstOfRule = found.filter(({ rule }, index) => found.findIndex((other) => other.rule === rule) === index);
    for (const finding of firstOfRule) {
      actions.push(...(await dismissals(finding, document, outcome, session, versionOf)));
    }
  }
  return actions;
}

function repairs(
  finding: Finding,
  document: TextDocument,
  outcome: Analysed,
  session: Session,
  versionOf: VersionOf,
): CodeAction[] {
  const uriOfName = addressesIn(document.uri, outcome);
  const diagnostics = [toDiagnostic(finding, session.settings.peek(document.uri), uriOfName)];
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: fix.safety === "safe",
    edit: fixEdit(fix, uriOfName, versionOf),
  }));
}

async function dismissals(
  finding: Finding,
  document: TextDocument,
  outcome: Analysed,
  session: Session,
  versionOf: VersionOf,
): Promise<CodeAction[]> {
  const { rule } = finding;
  const diagnostics = [toDiagnostic(finding, session.settings.peek(document.uri), addressesIn(document.uri, outcome))];
  const action = (title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...rest,
  });
  const inDocument = (edit: OffsetEdit): Partial<CodeAction> => {
    const range = { start: document.positionAt(edit.start), end: document.positionAt(edit.end) };
    return { edit: { documentChanges: [documentEdit(document.uri, [{ range, newText: edit.newText }], versionOf)] } };
  };
  const { form, name } = outcome;
  const place: DocumentPlace = { uri: document.uri, position: toLspRange(finding).start };
  const onLine = await suppressOnLine(form, finding, (text) => parseSource(text, name, form.language));
  const turnOff = await turnOffChanges(rule, document.uri, session, versionOf);
  return [
    ...(onLine === undefined ? [] : [action(`Suppress \`${rule}\` on this line`, inDocument(onLine))]),
    action(`Suppress \`${rule}\` in this file`, inDocument(suppressInFile(form, rule))),
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

import * as vscode from "vscode";
import type { PersonsWord, SignItemParams, SignItemResult } from "../../protocol-checklist.js";
import type { Client } from "../client.js";

/** Undefined when it was written and saved. */
export type SignProblem = { readonly problem: string; readonly field?: string } | undefined;

/** A few people who sign at once wait for each other; more often something else is wrong. */
const mostAttempts = 4;

/** Adds a person's word to the file of the team, and saves it. What others write there meanwhile stays. */
export function sign(client: Client, folder: vscode.Uri, word: PersonsWord): Promise<SignProblem> {
  // One after the other: each adds to what the one before has written.
  const signing = last.then(() => signNow(client, folder, word));
  last = signing.catch(() => undefined);
  return signing;
}

let last: Promise<unknown> = Promise.resolve();

async function signNow(client: Client, folder: vscode.Uri, word: PersonsWord): Promise<SignProblem> {
  let known: vscode.TextDocument | undefined;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const result = await client.signItem(folder, { word, ...asOpen(known) });
    if (result === null) return { problem: vscode.l10n.t("The folder is not on this disk.") };
    if ("problem" in result) return result;
    const file = vscode.Uri.parse(result.file, true);
    const open = openDocument(file);
    // What stands in the editor counts, be it saved or not, and it may have changed since.
    if ((open?.version ?? null) !== result.change.version) {
      known = open;
      continue;
    }
    const wasSaved = open?.isDirty !== true;
    const base = wasSaved ? await textOf(file) : undefined;
    if (!(await vscode.workspace.applyEdit(editOf(file, result.change), { isRefactoring: false }))) continue;
    const document = await vscode.workspace.openTextDocument(file);
    if ((await document.save()) || (await saveMerged(client, folder, document, base))) return undefined;
    return {
      problem: vscode.l10n.t(
        "The file was changed on the disk too, and could not be saved. It is open, with your sign-off in it.",
      ),
    };
  }
  return { problem: vscode.l10n.t("The file changes while it is written. Try again.") };
}

function asOpen(document: vscode.TextDocument | undefined): Pick<SignItemParams, "open"> {
  return document === undefined ? {} : { open: { text: document.getText(), version: document.version } };
}

type Change = Extract<NonNullable<SignItemResult>, { readonly file: string }>["change"];

function editOf(file: vscode.Uri, { isNew, range, newText }: Change): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(file, { ignoreIfExists: true });
  const { start, end } = range;
  edit.replace(file, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  return edit;
}

function openDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === file.toString());
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    // There is none yet.
    return "";
  }
}

/** Somebody else has written the file: what they wrote, and what is in the editor, become one. */
async function saveMerged(
  client: Client,
  folder: vscode.Uri,
  document: vscode.TextDocument,
  base: string | undefined,
): Promise<boolean> {
  const merged = await client.mergeSignOffs(folder, document.getText(), base);
  if (merged === undefined) {
    await vscode.window.showTextDocument(document);
    return false;
  }
  // The editor refuses to save over a file that it has not seen; with the same text on both sides there is nothing to refuse.
  await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(merged));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), merged);
  await vscode.workspace.applyEdit(edit);
  await document.save();
  return true;
}

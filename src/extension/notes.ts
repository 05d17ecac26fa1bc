import * as vscode from "vscode";
import { settingsSection, type GuideGoalNode } from "../protocol.js";

/** The answers that a reader writes to the learning goals: a Markdown file each, in the editor's own storage. */
export interface Notes {
  readonly registration: vscode.Disposable;
  readonly onDidChange: vscode.Event<void>;
  /** The goals with an answer, as far as they were looked for. */
  answered(): ReadonlySet<string>;
  /** Looks for answers. */
  load(goals: readonly GuideGoalNode[]): Promise<void>;
  /** Opens the answer for writing; makes it when there is none. */
  write(goal: GuideGoalNode): Promise<void>;
}

export function openNotes(context: vscode.ExtensionContext): Notes {
  const changed = new vscode.EventEmitter<void>();
  const answered = new Set<string>();

  const folder = (): vscode.Uri => {
    const where = vscode.workspace.getConfiguration(settingsSection).get("notes");
    // Without a folder there is no workspace to keep anything in.
    const storage = where === "workspace" ? (context.storageUri ?? context.globalStorageUri) : context.globalStorageUri;
    return vscode.Uri.joinPath(storage, "learning-goals");
  };
  const file = ({ id }: GuideGoalNode): vscode.Uri => vscode.Uri.joinPath(folder(), `${id}.md`);
  const note = (id: string, text: string): void => {
    if (hasAnswer(text)) answered.add(id);
    else answered.delete(id);
  };

  const saved = vscode.workspace.onDidSaveTextDocument((document) => {
    const { uri } = document;
    const [, id] = /\/learning-goals\/([^/]+)\.md$/.exec(uri.path) ?? [];
    if (id === undefined || !uri.toString().startsWith(folder().toString())) return;
    note(id, document.getText());
    changed.fire();
  });

  return {
    registration: vscode.Disposable.from(changed, saved),
    onDidChange: changed.event,
    answered: () => answered,
    load: async (goals) => {
      answered.clear();
      const names = new Set((await entries(folder())).map(([name]) => name));
      for (const goal of goals.filter(({ id }) => names.has(`${id}.md`))) {
        note(goal.id, new TextDecoder().decode(await vscode.workspace.fs.readFile(file(goal))));
      }
      changed.fire();
    },
    write: async (goal) => {
      const uri = file(goal);
      const isThere = (await entries(folder())).some(([name]) => name === `${goal.id}.md`);
      if (!isThere) {
        await vscode.workspace.fs.createDirectory(folder());
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`# ${goal.text}\n\n`));
      }
      const document = await vscode.workspace.openTextDocument(uri);
      const { end } = document.lineAt(document.lineCount - 1).range;
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
    },
  };
}

/** What stands below the question. */
function hasAnswer(text: string): boolean {
  return text.replace(/^#.*/, "").trim() !== "";
}

/** A folder that is not there yet has no entries. */
async function entries(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}

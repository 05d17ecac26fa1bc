import * as vscode from "vscode";
import type { FolderLifecycle } from "../lifecycle.js";
import { guideOf } from "../lifecycle.js";
import type { Progress } from "../progress.js";
import type { Subject } from "./row.js";

/** Asks what a command is about that was not called from a row: the commands of rows are in the palette too. */
export async function pickSubject(
  folders: readonly FolderLifecycle[],
  isWanted: (subject: Subject) => boolean,
  placeHolder: string,
): Promise<Subject | undefined> {
  const items = subjects(folders).filter(({ subject }) => isWanted(subject));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is nothing here that this could be done with."));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.subject;
}

/** Is something marked as done? Undefined where that cannot be. */
export function isDone(subject: Subject, progress: Progress): boolean | undefined {
  if (subject.kind === "reading") return progress.read().has(subject.id);
  return subject.kind === "goal" ? progress.mastered().has(subject.id) : undefined;
}

function subjects(
  folders: readonly FolderLifecycle[],
): readonly (vscode.QuickPickItem & { readonly subject: Subject })[] {
  const guide = guideOf(folders);
  if (guide === undefined) return [];
  const titles = new Map(guide.stages.map(({ id, title }) => [id, title]));
  const tools = new Map(folders.flatMap(({ lifecycle }) => Object.entries(lifecycle.tools)));
  return [
    ...guide.readings.map(({ id, label, url, stage }) => ({
      label,
      description: titles.get(stage) ?? stage,
      subject: { kind: "reading", id, url } as const,
    })),
    ...guide.goals.map(({ id, text }) => ({
      label: text,
      description: vscode.l10n.t("Learning goal"),
      subject: { kind: "goal", id } as const,
    })),
    ...[...tools.values()].map(({ name, url, stage }) => ({
      label: name,
      description: titles.get(stage) ?? stage,
      subject: { kind: "tool", url } as const,
    })),
  ];
}

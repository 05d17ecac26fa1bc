import * as vscode from "vscode";
import type { LifecycleGuide } from "../../protocol.js";
import type { Client } from "../client.js";
import type { CommandId } from "../command-ids.js";
import { guidePageUri, openGuidePage } from "../guide-pages.js";
import { type FolderLifecycle, guideOf, type LifecycleStore } from "../lifecycle.js";
import type { Notes } from "../notes.js";
import type { Progress } from "../progress.js";
import type { LifecycleView } from "./lifecycle-view.js";
import { nextReading, walkOf } from "./path.js";
import { isDone, pickSubject } from "./pick-subject.js";
import { pickFilter, pickRole, showTools } from "./pickers.js";
import type { ReadingsView } from "./readings-view.js";
import type { Subject } from "./row.js";
import { subjectOf } from "./row-tree.js";
import { searchGuide } from "./search.js";

/** What the commands of the views work with. */
export interface ViewParts {
  readonly client: Client;
  readonly store: LifecycleStore;
  readonly progress: Progress;
  readonly notes: Notes;
  readonly lifecycleView: LifecycleView;
  readonly readingsView: ReadingsView;
}

export const viewCommands = {
  "mlPreflight.openGuide": (_, page) =>
    openGuidePage(guidePageUri(typeof page === "string" ? page : "/guide/README.md")),
  "mlPreflight.searchGuide": (parts) => withGuide(parts, (guide) => searchGuide(guide, parts.client)),
  "mlPreflight.chooseRole": (parts) => withGuide(parts, (guide) => chooseRole(guide, parts)),
  "mlPreflight.nextReading": (parts) => withGuide(parts, (guide) => readNext(guide, parts)),
  "mlPreflight.showTools": (parts) => withFolders(parts, showTools),
  "mlPreflight.filterLifecycle": (parts) => withGuide(parts, (guide) => filterLifecycle(guide, parts)),
  "mlPreflight.showAllStages": ({ lifecycleView }) => lifecycleView.filter("all"),
  "mlPreflight.checkFiles": ({ client }) => client.checkFiles(true),
  "mlPreflight.haltChecks": ({ client }) => client.checkFiles(false),
  "mlPreflight.openReading": (parts, row) => openWeb(parts, row, "reading", false),
  "mlPreflight.openReadingBeside": (parts, row) => openWeb(parts, row, "reading", true),
  "mlPreflight.markRead": (parts, row) => mark(parts, row, true),
  "mlPreflight.markUnread": (parts, row) => mark(parts, row, false),
  "mlPreflight.toggleDone": ({ readingsView }) => readingsView.toggle(),
  "mlPreflight.writeNote": (parts, row) =>
    withGoal(parts, row, async (id, guide) => {
      const goal = guide.goals.find((one) => one.id === id);
      if (goal !== undefined) await parts.notes.write(goal);
    }),
  "mlPreflight.showAnswer": (parts, row) =>
    withGoal(parts, row, async (id, guide) => {
      const goal = guide.goals.find((one) => one.id === id);
      if (goal !== undefined) await openGuidePage(guidePageUri(goal.page));
    }),
  "mlPreflight.openToolSite": (parts, row) => openWeb(parts, row, "tool", false),
} satisfies Partial<Record<CommandId, (parts: ViewParts, argument: unknown) => unknown>>;

async function withFolders(
  { store }: ViewParts,
  action: (folders: readonly FolderLifecycle[]) => Promise<void>,
): Promise<void> {
  const state = await store.load();
  const t = vscode.l10n.t;
  if (state === "no-folder") void vscode.window.showInformationMessage(t("Open a folder first."));
  else if (state === "failed")
    void vscode.window.showErrorMessage(t("The language server gave no answer; the log says why."));
  else await action(state);
}

function withGuide(parts: ViewParts, action: (guide: LifecycleGuide) => Promise<void>): Promise<void> {
  return withFolders(parts, async (folders) => {
    const guide = guideOf(folders);
    if (guide !== undefined) await action(guide);
  });
}

async function chooseRole(guide: LifecycleGuide, { progress }: ViewParts): Promise<void> {
  const role = await pickRole(guide, progress.role());
  if (role === undefined) return;
  await progress.chooseRole(role);
  await vscode.commands.executeCommand("mlPreflight.readings.focus");
}

async function filterLifecycle(guide: LifecycleGuide, parts: ViewParts): Promise<void> {
  const filter = await pickFilter(parts.lifecycleView.currentFilter());
  if (filter === undefined) return;
  const isRoleMissing = walkOf(guide, parts.progress.role()) === undefined;
  if (filter === "role" && isRoleMissing) await chooseRole(guide, parts);
  await parts.lifecycleView.filter(filter);
}

/** Opens the next reading of the role's path, and says why it is the one. Which one is next depends on the role. */
async function readNext(guide: LifecycleGuide, parts: ViewParts): Promise<void> {
  const { progress, readingsView } = parts;
  const t = vscode.l10n.t;
  if (progress.role() === undefined) await chooseRole(guide, parts);
  if (progress.role() === undefined) return;
  const reading = nextReading(guide, progress.role(), progress.read());
  if (reading === undefined) {
    void vscode.window.showInformationMessage(t("You have read all of it."));
    return;
  }
  await readingsView.reveal(reading.id);
  const step = walkOf(guide, progress.role())?.path.steps.find(({ of }) => of === reading.id);
  const why = step?.why ?? reading.note ?? "";
  const done = t("Mark as Read");
  const open = t("Open in Browser");
  const message = t("Next: {0}. {1}", reading.label, why).trim();
  const choice = await vscode.window.showInformationMessage(
    message,
    ...(reading.url === undefined ? [] : [open]),
    done,
  );
  if (choice === open && reading.url !== undefined) await openOutside(reading.url);
  if (choice === done) await progress.mark("read", [reading.id], true);
}

/** What the row of a menu is about, or what the reader says when there is no row. */
async function withSubject(
  parts: ViewParts,
  row: unknown,
  isWanted: (subject: Subject) => boolean,
  action: (subject: Subject) => Promise<void>,
): Promise<void> {
  const subject = subjectOf(row);
  if (subject !== undefined) return action(subject);
  await withFolders(parts, async (folders) => {
    const picked = await pickSubject(folders, isWanted, vscode.l10n.t("Which one?"));
    if (picked !== undefined) await action(picked);
  });
}

async function openWeb(parts: ViewParts, row: unknown, kind: "reading" | "tool", isBeside: boolean): Promise<void> {
  const isWanted = (subject: Subject): boolean => subject.kind === kind && subject.url !== undefined;
  await withSubject(parts, row, isWanted, async (subject) => {
    const url = "url" in subject ? subject.url : undefined;
    if (url === undefined) return;
    if (!isBeside) return openOutside(url);
    try {
      const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      await vscode.commands.executeCommand("simpleBrowser.api.open", vscode.Uri.parse(url, true), options);
    } catch {
      // The editor's own browser is an extension, which may be switched off.
      await openOutside(url);
    }
  });
}

async function openOutside(url: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

async function mark(parts: ViewParts, row: unknown, isDoneNow: boolean): Promise<void> {
  const { progress } = parts;
  const isWanted = (subject: Subject): boolean => isDone(subject, progress) === !isDoneNow;
  await withSubject(parts, row, isWanted, async (subject) => {
    if (subject.kind === "reading") await progress.mark("read", [subject.id], isDoneNow);
    if (subject.kind === "goal") await progress.mark("mastered", [subject.id], isDoneNow);
  });
}

/** A goal by its id, by the row that shows it, or by the reader's choice. */
async function withGoal(
  parts: ViewParts,
  goal: unknown,
  action: (id: string, guide: LifecycleGuide) => Promise<void>,
): Promise<void> {
  const run = (id: string): Promise<void> => withGuide(parts, (guide) => action(id, guide));
  if (typeof goal === "string") return run(goal);
  await withSubject(
    parts,
    goal,
    ({ kind }) => kind === "goal",
    async (subject) => {
      if (subject.kind === "goal") await run(subject.id);
    },
  );
}

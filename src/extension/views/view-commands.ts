import * as vscode from "vscode";
import type { GuideGoalNode, Lifecycle } from "../../protocol.js";
import type { Client } from "../client.js";
import type { CommandId } from "../command-ids.js";
import { guidePageUri, openGuidePage } from "../guide-pages.js";
import type { LifecycleStore } from "../lifecycle.js";
import type { Notes } from "../notes.js";
import type { Progress } from "../progress.js";
import type { LifecycleView } from "./lifecycle-view.js";
import { nextReading, walkOf } from "./path.js";
import { pickFilter, pickRole, showTools } from "./pickers.js";
import type { ReadingsView } from "./readings-view.js";
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
  "mlPreflight.searchGuide": (parts) => withLifecycle(parts, ({ guide }) => searchGuide(guide, parts.client)),
  "mlPreflight.chooseRole": (parts) => withLifecycle(parts, (lifecycle) => chooseRole(lifecycle, parts)),
  "mlPreflight.nextReading": (parts) => withLifecycle(parts, (lifecycle) => readNext(lifecycle, parts)),
  "mlPreflight.showTools": (parts) => withLifecycle(parts, ({ tools, guide }) => showTools(tools, guide)),
  "mlPreflight.filterLifecycle": (parts) => withLifecycle(parts, (lifecycle) => filterLifecycle(lifecycle, parts)),
  "mlPreflight.showAllStages": ({ lifecycleView }) => lifecycleView.filter("all"),
  "mlPreflight.openReading": (_, row) => openWeb(row, false),
  "mlPreflight.openReadingBeside": (_, row) => openWeb(row, true),
  "mlPreflight.markRead": (parts, row) => mark(parts, row, true),
  "mlPreflight.markUnread": (parts, row) => mark(parts, row, false),
  "mlPreflight.writeNote": (parts, goal) => withGoal(parts, goal, (found) => parts.notes.write(found)),
  "mlPreflight.showAnswer": (parts, goal) => withGoal(parts, goal, ({ page }) => openGuidePage(guidePageUri(page))),
  "mlPreflight.openToolSite": (_, row) => openWeb(row, false),
} satisfies Partial<Record<CommandId, (parts: ViewParts, argument: unknown) => unknown>>;

async function withLifecycle({ store }: ViewParts, action: (lifecycle: Lifecycle) => Promise<void>): Promise<void> {
  const state = await store.load();
  const t = vscode.l10n.t;
  if (state === "no-folder") void vscode.window.showInformationMessage(t("Open a folder first."));
  else if (state === "failed")
    void vscode.window.showErrorMessage(t("The language server gave no answer; the log says why."));
  else await action(state);
}

/** True when a role was chosen. */
async function chooseRole({ guide }: Lifecycle, { progress }: ViewParts): Promise<void> {
  const role = await pickRole(guide, progress.role());
  if (role === undefined) return;
  await progress.chooseRole(role);
  await vscode.commands.executeCommand("mlPreflight.readings.focus");
}

async function filterLifecycle(lifecycle: Lifecycle, parts: ViewParts): Promise<void> {
  const filter = await pickFilter(parts.lifecycleView.currentFilter());
  if (filter === undefined) return;
  const isRoleMissing = walkOf(lifecycle.guide, parts.progress.role()) === undefined;
  if (filter === "role" && isRoleMissing) await chooseRole(lifecycle, parts);
  await parts.lifecycleView.filter(filter);
}

/** Opens the next reading of the role's path, and says why it is the one. */
async function readNext({ guide }: Lifecycle, { progress, readingsView }: ViewParts): Promise<void> {
  const t = vscode.l10n.t;
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
  const message = t("Next: {0}. {1}", reading.label, why);
  const choice = await vscode.window.showInformationMessage(
    message,
    ...(reading.url === undefined ? [] : [open]),
    done,
  );
  if (choice === open && reading.url !== undefined) await openOutside(reading.url);
  if (choice === done) await progress.mark("read", [reading.id], true);
}

async function openWeb(row: unknown, isBeside: boolean): Promise<void> {
  const subject = subjectOf(row);
  const url = subject !== undefined && "url" in subject ? subject.url : undefined;
  if (url === undefined) return;
  if (!isBeside) return openOutside(url);
  try {
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand("simpleBrowser.api.open", vscode.Uri.parse(url, true), options);
  } catch {
    // The editor's own browser is an extension, which may be switched off.
    await openOutside(url);
  }
}

async function openOutside(url: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

async function mark({ progress }: ViewParts, row: unknown, isDone: boolean): Promise<void> {
  const subject = subjectOf(row);
  if (subject?.kind === "reading") await progress.mark("read", [subject.id], isDone);
  if (subject?.kind === "goal") await progress.mark("mastered", [subject.id], isDone);
}

/** A goal by its id, or by the row that shows it. */
async function withGoal(
  parts: ViewParts,
  goal: unknown,
  action: (goal: GuideGoalNode) => Promise<void>,
): Promise<void> {
  const subject = subjectOf(goal);
  const wanted = subject?.kind === "goal" ? subject.id : goal;
  await withLifecycle(parts, async ({ guide }) => {
    const found = guide.goals.find(({ id }) => id === wanted);
    if (found !== undefined) await action(found);
  });
}

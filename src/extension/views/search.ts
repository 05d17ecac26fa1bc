import * as vscode from "vscode";
import type { LifecycleGuide } from "../../protocol.js";
import type { Client } from "../client.js";
import { openTarget } from "./open-target.js";
import { searchEntries, type SearchEntry } from "./search-entries.js";

interface Item extends vscode.QuickPickItem {
  readonly entry: SearchEntry;
}

/** Finds words anywhere in the guide. What the pages say beside the passages is read while the reader types. */
export async function searchGuide(guide: LifecycleGuide, client: Client): Promise<void> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.placeholder = vscode.l10n.t("Words of the guide, its readings, goals and checklist");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf(searchEntries(guide, new Map(), vscode.l10n.t));
  picker.busy = true;
  const chosen = new Promise<SearchEntry | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.entry);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
  });
  picker.show();
  void addPages(picker, guide, client);
  const entry = await chosen;
  if (entry !== undefined) await openTarget(entry.opens);
}

async function addPages(picker: vscode.QuickPick<Item>, guide: LifecycleGuide, client: Client): Promise<void> {
  const paths = guide.stages.flatMap(({ topics }) => topics.map(({ page }) => page));
  const pages = await Promise.all(paths.map(async (path) => [path, (await client.guidePage(path)) ?? ""] as const));
  // Where the reader's mark stands is kept.
  picker.keepScrollPosition = true;
  picker.items = itemsOf(searchEntries(guide, new Map(pages), vscode.l10n.t));
  picker.busy = false;
}

function itemsOf(entries: readonly SearchEntry[]): readonly Item[] {
  const icons = { passage: "book", reading: "library", goal: "mortar-board", item: "checklist" };
  return entries.map((entry) => ({
    entry,
    label: entry.label,
    description: entry.description,
    detail: entry.text,
    iconPath: new vscode.ThemeIcon(icons[entry.kind]),
  }));
}

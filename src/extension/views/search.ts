import * as vscode from "vscode";
import type { LifecycleGuide } from "../../protocol.js";
import type { Client } from "../client.js";
import { openTarget } from "./open-target.js";
import { findEntries, searchEntries, type SearchEntry } from "./search-entries.js";

interface Item extends vscode.QuickPickItem {
  readonly entry: SearchEntry;
}

/** Finds words anywhere in the guide. What the pages say beside the passages is read while the reader types. */
export async function searchGuide(guide: LifecycleGuide, client: Client): Promise<void> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.placeholder = vscode.l10n.t("Words of the guide, its readings, goals and checklist");
  let entries = searchEntries(guide, new Map(), vscode.l10n.t);
  const show = (): void => {
    picker.items = itemsOf(entries, picker.value);
  };
  show();
  picker.busy = true;
  const chosen = new Promise<SearchEntry | undefined>((resolve) => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.entry);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
  });
  picker.show();
  const all = readPages(guide, client).then((pages) => {
    entries = searchEntries(guide, pages, vscode.l10n.t);
    show();
    picker.busy = false;
  });
  const entry = await chosen;
  if (entry !== undefined) await openTarget(entry.opens);
  await all;
  picker.dispose();
}

async function readPages(guide: LifecycleGuide, client: Client): Promise<ReadonlyMap<string, string>> {
  const paths = guide.stages.flatMap(({ topics }) => topics.map(({ page }) => page));
  return new Map(await Promise.all(paths.map(async (path) => [path, (await client.guidePage(path)) ?? ""] as const)));
}

function itemsOf(entries: readonly SearchEntry[], query: string): readonly Item[] {
  const icons = { passage: "book", reading: "library", goal: "mortar-board", item: "checklist" };
  return findEntries(entries, query).map(({ entry, excerpt }) => ({
    entry,
    label: entry.label,
    description: entry.description,
    detail: excerpt,
    iconPath: new vscode.ThemeIcon(icons[entry.kind]),
    // What is found was decided on: the editor would look for the words in this order and nowhere else.
    alwaysShow: true,
  }));
}

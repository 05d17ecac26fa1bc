import * as vscode from "vscode";
import type { LifecycleGuide, ToolInUse } from "../../protocol.js";
import type { FolderLifecycle } from "../lifecycle.js";
import { lifecycleFilters, type LifecycleFilter } from "./lifecycle-rows.js";
import { openTarget } from "./open-target.js";
import { readingsOf, walkOf } from "./path.js";
import { allReadings } from "./path-rows.js";
import type { Target } from "./row.js";
import { placeText, toolWords } from "./tool-rows.js";

/** The role that the reader chooses; undefined when none is. */
export async function pickRole(guide: LifecycleGuide, current: string | undefined): Promise<string | undefined> {
  const t = vscode.l10n.t;
  const roles = guide.paths.map(({ id, title, summary }) => {
    const count = readingsOf(walkOf(guide, id)?.needed ?? [], guide).length;
    const words = [t("{0} readings", count), ...(id === current ? [t("your role now")] : [])];
    return { id, label: title, description: words.join(" · "), detail: summary };
  });
  const everything = {
    id: allReadings,
    label: t("All readings"),
    description: t("{0} readings", guide.readings.length),
    detail: t("Every stage in its order, for those who look around."),
  };
  const placeHolder = t("Whose path do you read? It can be changed at any time, and what is read stays so.");
  const picked = await vscode.window.showQuickPick([...roles, everything], { placeHolder, matchOnDetail: true });
  return picked?.id;
}

export async function pickFilter(current: LifecycleFilter): Promise<LifecycleFilter | undefined> {
  const t = vscode.l10n.t;
  const words: Readonly<Record<LifecycleFilter, string>> = {
    all: t("All stages"),
    findings: t("Stages with findings"),
    tools: t("Stages with tools in use"),
    role: t("Stages of your role"),
  };
  const items = lifecycleFilters.map((filter) => ({
    filter,
    label: words[filter],
    description: filter === current ? t("shown now") : "",
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: t("Which stages to show") }))?.filter;
}

/** Lists the tools with what shows that they are used, and goes to the place of the chosen one. */
export async function showTools(folders: readonly FolderLifecycle[]): Promise<void> {
  const t = vscode.l10n.t;
  const items = folders.flatMap((folder) => toolItems(folder, folders.length > 1));
  if (items.length === 0) {
    const isReading = folders.some(({ lifecycle }) => lifecycle.scan.state !== "done");
    void vscode.window.showInformationMessage(
      isReading
        ? t("No tool of the guide was seen so far; the folder is still being read.")
        : t("No tool of the guide was seen in this folder."),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick<ToolItem>(items, {
    placeHolder: t("Tools in use; choose one to go to what shows it"),
    matchOnDetail: true,
  });
  if (picked?.opens !== undefined) await openTarget(picked.opens);
}

type ToolItem = vscode.QuickPickItem & { readonly opens: Target | undefined };

function toolItems({ name, lifecycle: { guide, tools } }: FolderLifecycle, isNamed: boolean): readonly ToolItem[] {
  return guide.stages.flatMap((stage) => {
    const ofStage = Object.values(tools).filter((tool) => tool.stage === stage.id);
    if (ofStage.length === 0) return [];
    const label = isNamed ? `${name} · ${stage.title}` : stage.title;
    const separator = { label, kind: vscode.QuickPickItemKind.Separator, opens: undefined };
    return [separator, ...ofStage.map(toolItem)];
  });
}

function toolItem(tool: ToolInUse): ToolItem {
  const [first] = tool.evidence;
  const start = first?.range?.start ?? { line: 0, character: 0 };
  const places = tool.evidence.slice(0, 3).map((evidence) => `${evidence.what} (${placeText(evidence)})`);
  return {
    label: tool.name,
    description: toolWords(tool, vscode.l10n.t).join(" · "),
    detail: places.join(", "),
    opens:
      first === undefined ? undefined : { kind: "place", uri: first.uri, line: start.line, column: start.character },
  };
}

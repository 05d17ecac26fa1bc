import type { GuideItemNode, ItemState, Lifecycle } from "../../protocol.js";
import { groupRow } from "./group-row.js";
import type { Row, Translate } from "./row.js";

/** The checklist's questions about a stage, each with its state. */
export function checklistRow(items: readonly GuideItemNode[], lifecycle: Lifecycle, parent: string, t: Translate): Row {
  const id = `${parent}/checklist`;
  const description = t("{0}, not run yet", items.length);
  const rows = items.map((item) => itemRow(item, lifecycle.items[item.id] ?? "not-run", id, t));
  return groupRow({ id, label: t("Checklist"), icon: "checklist", rows, description });
}

function itemRow({ id, question }: GuideItemNode, state: ItemState, parent: string, t: Translate): Row {
  const words = { "not-run": t("not run yet") }[state];
  return {
    id: `${parent}/${id}`,
    label: question,
    description: words,
    tooltip: `**${id}** (${words})\n\n${question}`,
    spoken: `${id}, ${words}: ${question}`,
    icon: { name: "circle-large-outline" },
    context: "item",
    opens: { kind: "page", page: `/guide/items/${id}.md` },
  };
}

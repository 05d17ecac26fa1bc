import type { FolderLifecycle } from "../lifecycle.js";
import { countText } from "./count-text.js";
import { findingTotal, gravestIcon } from "./finding-rows.js";
import { type LifecycleFilter, type LifecycleReader, lifecycleRows } from "./lifecycle-rows.js";
import type { Row, Translate } from "./row.js";
import { openRowMemory, type RowMemory } from "./row-memory.js";

/** What was made before, folder by folder. */
export type FolderMemory = Map<string, RowMemory>;

/** The rows of each folder; a folder has a row of its own where there are several. */
export function folderRows(
  folders: readonly FolderLifecycle[],
  filter: LifecycleFilter,
  reader: LifecycleReader,
  t: Translate,
  memories: FolderMemory = new Map(),
): readonly Row[] {
  return folders.flatMap(({ name, lifecycle }) => {
    const memory = memories.get(lifecycle.root) ?? openRowMemory();
    memories.set(lifecycle.root, memory);
    const rows = lifecycleRows(lifecycle, filter, reader, t, memory);
    if (folders.length === 1) return rows;
    if (rows.length === 0) return [];
    const id = `folder/${lifecycle.root}`;
    const all = Object.values(lifecycle.findings);
    const findings = all.reduce((sum, stage) => sum + findingTotal(stage), 0);
    const tools = Object.keys(lifecycle.tools).length;
    const words = [
      ...(findings === 0 ? [] : [countText(findings, t("1 finding"), t("{0} findings", findings))]),
      ...(tools === 0 ? [] : [countText(tools, t("1 tool"), t("{0} tools", tools))]),
    ];
    return [
      {
        ...{ id, label: name },
        ...(words.length === 0 ? {} : { description: words.join(" · ") }),
        spoken: [t("Folder {0}", name), ...words].join(", "),
        icon: gravestIcon(all) ?? { name: "root-folder" },
        context: "folder",
        children: rows.map((row) => memory.row(`${id}/${row.id}`, [row], () => below(id, row))),
        isOpenAtFirst: true,
      },
    ];
  });
}

/** Rows of several folders are about the same stages, and are not the same rows. */
function below(parent: string, row: Row): Row {
  const { children } = row;
  return {
    ...row,
    id: `${parent}/${row.id}`,
    ...(children === undefined ? {} : { children: children.map((child) => below(parent, child)) }),
  };
}

import type { Tool } from "../../guide/content.js";
import {
  openToolsInUse,
  type ToolsInUse,
  type ToolsInUseOptions,
  type UsedTool,
} from "../../project/tools/tools-in-use.js";
import type { ToolInUse } from "../../protocol.js";
import { openTold } from "../changed-entries.js";
import { toolNode } from "../tool-nodes.js";
import type { ScanNews } from "./messages.js";
import { openSlowNews } from "./slow-news.js";

/** Which tools a project uses, told as it is read, and again as its files change. */
export interface ToolScan {
  /** Reads the whole project, with these tools from now on. */
  read(tools: readonly Tool[]): Promise<void>;
  changed(paths: readonly string[]): Promise<void>;
  /** Undefined until the whole project was read. */
  known(): readonly UsedTool[] | undefined;
  close(): void;
}

export interface ToolScanOptions extends Omit<ToolsInUseOptions, "tools"> {
  readonly tell: (news: Omit<ScanNews, "folder">) => void;
}

export function openToolScan({ tell, ...options }: ToolScanOptions): ToolScan {
  const told = openTold<ToolInUse>();
  let current: ToolsInUse | undefined;
  let scan: NonNullable<ScanNews["scan"]> = { state: "waiting", files: 0 };

  const tellAll = (): void => {
    const nodes = (current?.all() ?? []).map((used) => [used.tool.id, toolNode(options.root.folder, used)] as const);
    const tools = told.changes(new Map(nodes));
    tell({ scan, ...(tools === undefined ? {} : { tools }) });
  };
  const news = openSlowNews(tellAll);

  return {
    read: async (tools) => {
      const own = openToolsInUse({ ...options, tools });
      current = own;
      scan = { state: "reading", files: 0 };
      await own.read((count) => {
        if (current !== own) return;
        scan = { state: "reading", files: count };
        news.soon();
      });
      if (current !== own) return;
      scan = { state: "done", files: scan.files };
      news.now();
    },
    changed: async (paths) => {
      const own = current;
      if (own === undefined) return;
      let count = 0;
      for (const path of paths) count += (await own.refresh(path)).size;
      if (count > 0 && current === own) news.soon();
    },
    known: () => (scan.state === "done" ? current?.all() : undefined),
    close: () => {
      current = undefined;
      news.stop();
    },
  };
}

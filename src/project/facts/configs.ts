import { parentOf } from "../paths.js";
import { configFormat } from "./configs/config-format.js";
import { readConfig } from "./configs/read-config.js";
import { cannotBeRead, type FactInput, type Facts, largestText, type UnreadableText } from "./fact-input.js";
import type { ConfigFile } from "./file-facts.js";

/** Reads the files of settings of a project. */
export async function readConfigs({ paths, files }: FactInput): Promise<Facts<readonly ConfigFile[]>> {
  const facts: ConfigFile[] = [];
  const unreadable: UnreadableText[] = [];
  const crowded = crowdedFolders(paths);
  for (const path of paths) {
    const format = configFormat(path);
    if (format === undefined || (format === "json" && crowded.has(parentOf(path) ?? ""))) continue;
    const text = await files(path);
    if (text === undefined) unreadable.push({ path, reason: cannotBeRead });
    if (text === undefined || text.length > largestText) continue;
    const { config, reason } = readConfig(path, text, format);
    if (config !== undefined) facts.push(config);
    if (reason !== undefined) unreadable.push({ path, reason });
  }
  return { facts, unreadable };
}

/** No project has so many settings in one folder: what lies there are annotations, results, pages. */
const mostJsonFiles = 40;

function crowdedFolders(paths: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (configFormat(path) !== "json") continue;
    const folder = parentOf(path) ?? "";
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([folder, count]) => (count > mostJsonFiles ? [folder] : [])));
}

import { parentOf } from "../paths.js";
import { configFormat } from "./configs/config-format.js";
import { type ReadConfig, readConfig } from "./configs/read-config.js";
import { type FactSource, largestConfiguration, type ReadFacts, type UnreadFile } from "./fact-source.js";
import type { ConfigFile } from "./file-facts.js";
import { perText } from "./per-text.js";

/** Reads the files of settings of a project. */
export async function readConfigs({
  paths,
  read,
  memory,
}: Pick<FactSource, "paths" | "read" | "memory">): Promise<ReadFacts<ConfigFile>> {
  const facts: ConfigFile[] = [];
  const unreadable: UnreadFile[] = [];
  const crowded = crowdedFolders(paths);
  for (const path of paths) {
    const format = configFormat(path);
    if (format === undefined || (format === "json" && crowded.has(parentOf(path) ?? ""))) continue;
    const text = await read(path);
    if (text === undefined) unreadable.push({ path, reason: "it cannot be read" });
    // What is larger is data, whatever its name.
    if (text === undefined || text.length > largestConfiguration) continue;
    const { config, reason } = readers[format](text, path, memory);
    if (config !== undefined) facts.push(config);
    if (reason !== undefined) unreadable.push({ path, reason });
  }
  return { facts, unreadable };
}

const readers: Readonly<Record<ConfigFile["format"], ReturnType<typeof perText<ReadConfig>>>> = {
  yaml: perText((text, path) => readConfig(path, text, "yaml")),
  json: perText((text, path) => readConfig(path, text, "json")),
  toml: perText((text, path) => readConfig(path, text, "toml")),
  ini: perText((text, path) => readConfig(path, text, "ini")),
  env: perText((text, path) => readConfig(path, text, "env")),
};

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

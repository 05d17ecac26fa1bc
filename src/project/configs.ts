import type { RuleMeta } from "../rules/rule.js";
import { type Config, type ConfigProblem, defaultConfig, parseConfig } from "../engine/config.js";
import type { FileSystem } from "./file-system.js";
import { joinPath, parentOf, upwards } from "./paths.js";

/** The configuration of a folder, and where it comes from. */
export interface FolderConfig {
  readonly config: Config;
  /** The folder that holds `.preflight`, from which its globs count. */
  readonly folder: string;
  /** Undefined when no file says anything. */
  readonly file: string | undefined;
  readonly problems: readonly ConfigProblem[];
}

export interface Configs {
  /** The nearest configuration file at or above a folder decides alone. */
  of(folder: string): Promise<FolderConfig>;
  /** The files that have been read so far. */
  seen(): readonly FolderConfig[];
}

export const configPath = ".preflight/config.yaml";

/** Finds and reads configuration files, each once. */
export function openConfigs(files: FileSystem, knownRules: readonly RuleMeta[]): Configs {
  const known = new Map<string, Promise<FolderConfig>>();
  const read: FolderConfig[] = [];

  const find = async (folder: string): Promise<FolderConfig> => {
    const file = joinPath(folder, configPath);
    const bytes = await files.read(file);
    if (bytes !== undefined) {
      const found = { ...parseConfig(new TextDecoder().decode(bytes), knownRules), folder, file };
      read.push(found);
      return found;
    }
    const parent = parentOf(folder);
    return parent === undefined ? unconfigured(folder) : of(parent);
  };

  const of = (folder: string): Promise<FolderConfig> => {
    let config = known.get(folder);
    if (config === undefined) known.set(folder, (config = find(folder)));
    return config;
  };

  return { of, seen: () => read };
}

/** What `--no-config` asks for: the same configuration everywhere. */
export function fixedConfigs(config: Config): Configs {
  return { of: (folder) => Promise.resolve({ ...unconfigured(folder), config }), seen: () => [] };
}

function unconfigured(folder: string): FolderConfig {
  return { config: defaultConfig, folder: [...upwards(folder)].at(-1) ?? folder, file: undefined, problems: [] };
}

import { defaultConfig, withPreset } from "../engine/config.js";
import { type Configs, fixedConfigs, openConfigs } from "../project/configs.js";
import { allMetas } from "../project/project-rules/all-rules.js";
import type { Preset } from "../rules/rule.js";
import { nodeFileSystem } from "./node-file-system.js";

/** What a run's arguments say about configurations. Plain data, so that they can be handed to a worker. */
export interface ConfigChoices {
  readonly preset?: Preset;
  /** False to ignore configuration files. */
  readonly config: boolean;
}

export function chosenConfigs({ config, preset }: ConfigChoices, files = nodeFileSystem): Configs {
  if (!config) return fixedConfigs(preset === undefined ? defaultConfig : withPreset(defaultConfig, preset));
  const configs = openConfigs(files, allMetas);
  if (preset === undefined) return configs;
  return {
    ...configs,
    of: async (folder) => {
      const found = await configs.of(folder);
      return { ...found, config: withPreset(found.config, preset) };
    },
  };
}

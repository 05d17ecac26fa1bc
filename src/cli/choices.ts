import { defaultConfig, withPreset } from "../engine/config.js";
import { type Configs, fixedConfigs, openConfigs } from "../project/configs.js";
import { rules } from "../rules/index.js";
import type { Preset } from "../rules/rule.js";
import { nodeFileSystem as files } from "./node-file-system.js";

/** What a run's arguments say about configurations. Plain data, so that they can be handed to a worker. */
export interface ConfigChoices {
  readonly preset?: Preset;
  /** False to ignore configuration files. */
  readonly config: boolean;
}

export function chosenConfigs({ config, preset }: ConfigChoices): Configs {
  if (!config) return fixedConfigs(preset === undefined ? defaultConfig : withPreset(defaultConfig, preset));
  const metas = rules.map(({ meta }) => meta);
  const configs = openConfigs(files, metas);
  if (preset === undefined) return configs;
  return {
    ...configs,
    of: async (folder) => {
      const found = await configs.of(folder);
      return { ...found, config: withPreset(found.config, preset) };
    },
  };
}

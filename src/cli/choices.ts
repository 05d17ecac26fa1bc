import { withItemRules } from "../checklist/item-rules.js";
import { defaultConfig, withPreset } from "../engine/config.js";
import { type Configs, fixedConfigs, openConfigs } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import { allMetas } from "../project/project-rules/all-rules.js";
import type { Preset } from "../rules/rule.js";
import { nodeFileSystem } from "./node-file-system.js";

/** What a run's arguments say about configurations. Plain data, so that they can be handed to a worker. */
export interface ConfigChoices {
  readonly preset?: Preset;
  /** False to ignore configuration files. */
  readonly config: boolean;
  /** True to run what the items of the checklist ask about too. */
  readonly itemRules?: boolean;
}

export function chosenConfigs({ itemRules, ...choices }: ConfigChoices, files = nodeFileSystem): Configs {
  const configs = withoutItems(choices, files);
  return itemRules === true ? withItemRules(configs) : configs;
}

function withoutItems({ config, preset }: ConfigChoices, files: FileSystem): Configs {
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

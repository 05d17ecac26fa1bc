import type { Config } from "../engine/config.js";
import { builtInGuide } from "../guide/guide.js";
import type { Configs } from "../project/configs.js";
import { allMetas } from "../project/project-rules/all-rules.js";

/**
 * Configurations under which every rule that an item asks about runs, whatever the preset. What a team says of such a
 * rule by its name holds.
 */
export function withItemRules(configs: Configs): Configs {
  const asked = new Set(builtInGuide().items.flatMap((item) => item.rules));
  const severities = Object.fromEntries(
    allMetas.flatMap(({ id, severity }) => (asked.has(id) ? [[id, severity] as const] : [])),
  );
  // The engine remembers what follows from a configuration, so each has to stay the same object.
  const known = new Map<Config, Config>();
  return {
    of: async (folder) => {
      const found = await configs.of(folder);
      const config = known.get(found.config) ?? { ...found.config, rules: { ...severities, ...found.config.rules } };
      known.set(found.config, config);
      return { ...found, config };
    },
    seen: () => configs.seen(),
  };
}

import { isExcluded } from "../engine/config.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { ignoreRulesAbove, ignoreRulesIn, isIgnored } from "./ignore-files.js";
import { joinPath, parentOf, within } from "./paths.js";
import { isForeign } from "./walk.js";

/** Would a walk through a folder come to a path, be it a file or a folder? */
export async function isWalked(
  path: string,
  folder: string,
  { files, configs }: { readonly files: FileSystem; readonly configs: Configs },
): Promise<boolean> {
  const name = within(folder, path);
  if (name === undefined || name === "" || isForeign(`${name}/`)) return false;
  let rules = await ignoreRulesAbove(files, folder);
  const parts = name.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const above = joinPath(folder, parts.slice(0, depth).join("/"));
    const parent = parentOf(above) ?? above;
    rules = await ignoreRulesIn(files, parent, rules);
    const { config, folder: configFolder } = await configs.of(parent);
    if (isIgnored(rules, above, depth < parts.length)) return false;
    if (isExcluded(config, within(configFolder, above) ?? above)) return false;
  }
  return true;
}

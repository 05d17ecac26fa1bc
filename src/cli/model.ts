import { openConfigs } from "../project/configs.js";
import { rules } from "../rules/index.js";
import { readModel } from "../project/read-model.js";
import { modelJson, modelText } from "../report/model-text.js";
import type { ExitCode } from "./main.js";
import { toName, toPath } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";
import { outputColors, print } from "./output.js";

/** Prints what the engine knows of a file. The file may be one that a configuration excludes: whoever names it wants to see it. */
export async function showModel(name: string, format: "text" | "json"): Promise<ExitCode> {
  const metas = rules.map(({ meta }) => meta);
  const model = await readModel(toPath(name), {
    files,
    configs: openConfigs(files, metas),
    names: { toName, toPath },
  });
  if ("reason" in model) {
    process.stderr.write(`ml-preflight: ${name}: ${model.detail}.\n`);
    return 2;
  }
  await print(format === "json" ? modelJson(model) : modelText(model, outputColors(process.env, process.stdout.isTTY)));
  return 0;
}

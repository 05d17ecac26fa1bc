import { nodeFileSystem as files } from "../src/cli/node-file-system.js";
import { defaultConfig, withPreset } from "../src/engine/config.js";
import { checkFiles } from "../src/project/check-files.js";
import { fixedConfigs } from "../src/project/configs.js";
import { findTargets } from "../src/project/targets.js";
import { rules } from "../src/rules/index.js";
import { decimal, printTable } from "./measure.js";

const rounds = 2;

/** A whole folder as `ml-preflight check` sees it: found, read, parsed, followed across files, every rule; first cold, then warm. */
export async function printRepository(folder: string): Promise<void> {
  const rows: string[][] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const before = process.cpuUsage();
    const { checked, characters, lines } = await checkFolder(folder);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = performance.now() - begin;
    rows.push([
      round === 0 ? "cold" : "warm",
      decimal(milliseconds, 0),
      decimal((user + system) / 1e3, 0),
      decimal(characters / 1e3 / milliseconds),
      decimal((lines * 1e3) / milliseconds, 0),
      decimal(checked, 0),
      decimal(process.memoryUsage().rss / 1e6, 0),
    ]);
  }
  printTable(
    `Whole repository, one process: ${folder}`,
    ["", "ms", "CPU ms", "MB/s", "lines/s", "files", "MB in memory"],
    rows,
  );
}

async function checkFolder(folder: string): Promise<{ checked: number; characters: number; lines: number }> {
  const configs = fixedConfigs(withPreset(defaultConfig, "all"));
  const { targets } = await findTargets([folder], (path) => path, { files, configs });
  const names = { toName: (path: string) => path, toPath: (name: string) => name };
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    console.log(`${rule} failed on ${path}: ${String(error)}`);
  };
  let checked = 0;
  let characters = 0;
  let lines = 0;
  for await (const result of checkFiles(targets, { files, configs, rules, names, onRuleError })) {
    if (!("findings" in result)) continue;
    checked++;
    characters += result.text.length;
    lines += result.text.split("\n").length - 1;
  }
  return { checked, characters, lines };
}

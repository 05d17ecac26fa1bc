import { join } from "node:path";
import { installedPython, readCorpus } from "./corpus.js";
import { printBigWorkspace } from "./big-workspace.js";
import { printChecklist } from "./checklist.js";
import { printLatency } from "./latency.js";
import { printPathological } from "./pathological.js";
import { printRepository } from "./repository.js";
import { printScriptSide } from "./script-side.js";
import { printServerStart } from "./server-start.js";
import { printSizes } from "./sizes.js";
import { printThroughput } from "./throughput.js";
import { ruffPeers } from "./ruff.js";

/**
 * `npm run bench [FOLDER...]`: measures, prints tables, fails nothing. Budgets are in docs/architecture.md.
 * `npm run bench -- --checklist` measures the checklist alone, `--typescript` TypeScript beside Python.
 */
async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === "--checklist") return printChecklist(join(process.cwd(), "dist"));
  if (first === "--typescript") return printScriptSide(join(process.cwd(), "dist"));
  const folders = first === undefined ? [] : [first, ...rest];
  const corpus = readCorpus(folders.length > 0 ? folders : installedPython());
  if (corpus.files.length > 0) printThroughput(corpus, ruffPeers(process.env.RUFF_WASM));
  for (const folder of folders) await printRepository(folder);
  printScriptSide(join(process.cwd(), "dist"));
  printLatency();
  printPathological();
  await printServerStart(join(process.cwd(), "dist", "server.js"));
  await printBigWorkspace(join(process.cwd(), "dist", "server.js"));
  await printChecklist(join(process.cwd(), "dist"));
  printSizes("dist");
}

void main();

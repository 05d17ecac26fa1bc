// @ts-check
/**
 * `npm run test:python`: runs the Python that people are shown against the real libraries: the good examples of the rules, and
 * the bad ones after each of their fixes. The last line is "N passed, N failed"; what cannot run here is counted apart.
 * `npm run test:python -- --only TEXT` runs those whose name contains the text.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { must } from "./lib/process.mjs";
import { pythonEnvironment } from "./lib/python/environment.mjs";
import { report } from "./lib/python/report.mjs";
import { runPrograms } from "./lib/python/run-programs.mjs";
import { selfCheck } from "./lib/python/self-check.mjs";

/** @typedef {import("./lib/python/run-programs.mjs").Program} Program */

const out = process.env.OUT ?? "out-python";

async function main() {
  const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
  await ensureInstalled();
  await must(process.execPath, ["scripts/build.mjs", "--tests"], { env: { OUT: out } });
  const environment = await timed("Python", pythonEnvironment);

  const all = /** @type {readonly Program[]} */ (
    createRequire(import.meta.url)(resolve(out, "test/python/programs.js")).programs()
  );
  const chosen = all.filter(({ id }) => only === undefined || id.includes(only));
  const programs = [...selfCheck, ...chosen.filter(({ notRun }) => notRun === undefined)];
  const outcomes = await timed("programs", () => runPrograms(programs, environment));
  process.exitCode = report(chosen, outcomes, { complete: only === undefined });
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} action
 */
async function timed(name, action) {
  const begin = performance.now();
  const result = await action();
  console.log(`(${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  return result;
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
}

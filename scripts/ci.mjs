// @ts-check
/**
 * What CI runs: each command to its end, whatever the one before it said, and one last line that sums what they counted.
 * `node scripts/ci.mjs COMMAND...` runs others.
 */
import { run } from "./lib/process.mjs";

const given = process.argv.slice(2);
const commands = given.length > 0 ? given : ["npm test --silent", "npm run test:python --silent"];

/** @type {{ command: string, passed: number, failed: number }[]} */
const results = [];
for (const command of commands) {
  const { code, output } = await run("bash", ["-c", command], { timeout: 0 });
  results.push({ command, ...counts(code, output) });
}

console.log("\n=== Sum of all");
for (const { command, passed, failed } of results) console.log(`${command}: ${passed} passed, ${failed} failed`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

/**
 * The counts of the last line. A command that failed without counting a failure, or counted nothing, has failed once.
 * @param {number} code
 * @param {string} output
 */
function counts(code, output) {
  const line = output.trimEnd().split("\n").at(-1) ?? "";
  const [, passed = 0, failed = 0] = /^(\d+) passed, (\d+) failed$/.exec(line)?.map(Number) ?? [];
  const uncounted = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + uncounted };
}

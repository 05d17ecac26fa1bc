/**
 * `npm test`: installs, builds, runs every check from fast to slow, those without a window two at a time, and sums what
 * they counted into the last line.
 * `npm test -- --only units,cli` runs some groups; their names are the keys of `groups`.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { must, run } from "./lib/process.mjs";

const out = process.env.OUT ?? "out";

const unitFolders =
  "syntax,semantics,knowledge,rules,snippets,python,engine,guide,project,checklist,report,extension,house";

/** Each gives the counts of its runners, by name. What cannot count is one check. */
const groups = {
  generate: async () => ({ generate: await check("scripts/generate.mjs", "--check") }),
  types: async () => ({
    types: await check("node_modules/typescript/bin/tsc", "--noEmit"),
    "types of scripts": await check("node_modules/typescript/bin/tsc", "--noEmit", "-p", "scripts"),
  }),
  lint: async () => ({ lint: await check("node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0") }),
  format: async () => ({
    format: await check("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."),
  }),
  units: async () => ({ units: await mocha(`{${unitFolders}}/**/*.test.js`) }),
  corpus: async () => ({ corpus: await mocha("corpus*.test.js") }),
  cli: async () => ({ cli: await mocha("cli/**/*.test.js") }),
  server: async () => ({ server: await mocha("server/**/*.test.js") }),
  host: hostTests,
  ui: uiTests,
  start: async () => ({ start: await mocha("start/**/*.test.js") }),
};

async function main() {
  const only = parseArgs({ options: { only: { type: "string" } } }).values.only?.split(",") ?? Object.keys(groups);
  const unknown = only.filter((name) => !(name in groups));
  if (unknown.length > 0) throw new Error(`Unknown groups: ${unknown}. There are: ${Object.keys(groups).join(", ")}.`);

  const results = {};
  await timed("install and build", async () => {
    await ensureInstalled();
    await must(process.execPath, ["scripts/build.mjs"]);
    await must(process.execPath, ["scripts/build.mjs", "--tests"]);
  });
  const runInTurn = async (names) => {
    for (const name of names.filter((name) => only.includes(name))) {
      await timed(name, async () => {
        try {
          results[name] = await groups[name]();
        } catch (error) {
          console.log(String(error?.stack ?? error));
          results[name] = { [name]: { passed: 0, failed: 1 } };
        }
      });
    }
  };
  await Promise.all([runInTurn(checks), runInTurn(quick)]);
  await runInTurn(Object.keys(groups).filter((name) => !checks.includes(name) && !quick.includes(name)));
  return Object.assign({}, ...Object.keys(groups).map((name) => results[name]));
}

/** Those that run beside each other; what they print comes when they end, so that it is not mixed. */
const checks = ["generate", "types", "lint", "format"];
const quick = ["units", "corpus", "cli", "server"];

async function timed(name, action) {
  const begin = performance.now();
  await action();
  console.log(`(${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s)`);
}

async function check(...command) {
  const { code, output } = await run(process.execPath, command, { quiet: true });
  console.log(`\n=== ${command[0]}\n${output}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function mocha(pattern, env) {
  const quiet = env === undefined;
  console.log(`\n=== ${pattern}${quiet ? " begins" : ""}`);
  const { code, output } = await run(
    process.execPath,
    [
      "node_modules/mocha/bin/mocha.js",
      ...["--reporter", "scripts/lib/mocha-reporter.cjs", "--forbid-only", "--forbid-pending"],
      `${out}/test/${pattern}`,
    ],
    // The slowest group takes a third of it on a machine with nothing else to do.
    { ...(env === undefined ? {} : { env }), quiet, timeout: 1_500_000 },
  );
  if (quiet) console.log(`\n=== ${pattern}\n${output}`);
  return counts(code, output);
}

/** The counts that a runner printed. One that printed none, ran nothing, or failed for another reason has failed once. */
function counts(code, output) {
  const line = output.match(/^##counts (\{.*\})$/m);
  const { passed, failed } = line === null ? { passed: 0, failed: 0 } : JSON.parse(line[1]);
  if (passed + failed === 0) console.log("No test ran.");
  const otherwise = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  const titles = [...output.matchAll(/^##failed (.*)$/gm)].map(([, title = ""]) => title);
  return { passed, failed: failed + otherwise, titles };
}

async function hostTests() {
  const { runInHost, suites } = await import("./lib/host-tests.mjs");
  const { releases } = await import("./lib/code-server.mjs");
  const results = {};
  for (const release of [releases.oldest, releases.newest]) {
    for (const suite of suites) {
      const name = `host ${suite.name} in VS Code ${release.vscode}`;
      console.log(`\n--- ${name}`);
      const { code, output } = await runInHost(suite, release);
      console.log(output);
      results[name] = counts(code, output);
    }
  }
  return results;
}

async function uiTests() {
  const { withSampleInBrowser } = await import("./lib/sample-in-browser.mjs");
  return { ui: await withSampleInBrowser("artifacts", (env) => mocha("ui/**", env)) };
}

function report(results) {
  console.log("\n=== Sum");
  for (const [name, { passed, failed, titles = [] }] of Object.entries(results)) {
    console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed`);
    for (const title of titles) console.log(`     ${title}`);
  }
  const sum = (key) => Object.values(results).reduce((total, result) => total + result[key], 0);
  process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
}

try {
  report(await main());
} catch (error) {
  console.log(String(error?.stack ?? error));
  report({ "install and build": { passed: 0, failed: 1 } });
}

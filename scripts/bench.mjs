// @ts-check
/** `npm run bench [FOLDER...]`: speed of the stages over a folder of Python files, latency, sizes, start. Fails nothing. */
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { cached } from "./lib/cache.mjs";
import { must, run } from "./lib/process.mjs";

const ruff = "0.17.3";

await ensureInstalled();
await must(process.execPath, ["scripts/build.mjs"]);
await must(process.execPath, ["scripts/build.mjs", "--tests"]);
await must(process.execPath, ["scripts/build.mjs", "--bench"]);
const { releases } = await import("./lib/code-server.mjs");
const { runInHost } = await import("./lib/host-tests.mjs");

const folder = await installRuff();
const env = folder === undefined ? {} : { RUFF_WASM: folder };
await run(process.execPath, ["out/bench/main.js", ...process.argv.slice(2)], { env, timeout: 0 });
if (!process.argv.includes("--checklist")) {
  await printActivation();
  await printView();
}

/** For comparison only, so it is no dependency of the project. */
async function installRuff() {
  const name = "@astral-sh/ruff-wasm-nodejs";
  try {
    const folder = await cached(`ruff-wasm-${ruff}`, async (target) => {
      await must(
        "npm",
        ["install", "--prefix", target, "--ignore-scripts", "--no-audit", "--no-fund", `${name}@${ruff}`],
        {
          quiet: true,
        },
      );
    });
    return join(folder, "node_modules", name);
  } catch (error) {
    console.log(`Ruff could not be installed, so there is nothing to compare with: ${String(error)}`);
    return undefined;
  }
}

async function printActivation() {
  const suite = { name: "activation", module: "bench/activation.js", workspace: "untrusted", trusted: true };
  const { output } = await runInHost(suite, releases.newest).catch((error) => ({ output: String(error) }));
  const milliseconds = output.match(/^##activation ([\d.]+)/m)?.[1];
  if (milliseconds === undefined) console.log(`\nActivation could not be measured:\n${output}`);
  else console.log(`\nActivation in VS Code ${releases.newest.vscode}: ${Number(milliseconds).toFixed(0)} ms`);
}

async function printView() {
  const workspace = "multi/multi.code-workspace";
  const suite = { name: "view", module: "bench/open-view.js", workspace, trusted: true, seconds: 900 };
  const { output } = await runInHost(suite, releases.newest).catch((error) => ({ output: String(error) }));
  const figures = output.match(/^##view (\{.*\})$/m)?.[1];
  if (figures === undefined) {
    console.log(`\nThe opening of the lifecycle view could not be measured:\n${output}`);
    return;
  }
  const { stages, complete, p99, longest } = JSON.parse(figures);
  const ms = (/** @type {number} */ value) => `${value.toFixed(0)} ms`;
  console.log(
    `\nThe lifecycle view on a workspace of 50,000 files in VS Code ${releases.newest.vscode}: stages after ${ms(stages)}, ` +
      `counts complete after ${ms(complete)}; waits in the extension host: p99 ${ms(p99)}, longest ${ms(longest)}`,
  );
}

// @ts-check
/** Runs a suite of `test/host/` inside the extension host of a real VS Code, each in a fresh copy of its workspace. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { format } from "node:util";
import { launchChromium } from "./chromium.mjs";
import { startCodeServer } from "./code-server.mjs";
import { downloadDesktop, runInDesktop } from "./desktop.mjs";

/**
 * A suite: its `module` below `out/` exports `run()`, `workspace` is what the window opens, inside `test/fixtures/host/`;
 * `seconds` is how long it may take.
 * @typedef {{ name: string, module: string, workspace: string, trusted: boolean, seconds?: number }} Suite
 */

/** @type {readonly Suite[]} */
export const suites = [
  { name: "single-root", module: "test/host/single-root.js", workspace: "single", trusted: true },
  { name: "multi-root", module: "test/host/multi-root.js", workspace: "multi/multi.code-workspace", trusted: true },
  { name: "untrusted", module: "test/host/untrusted.js", workspace: "untrusted", trusted: false },
];

const root = resolve(import.meta.dirname, "..", "..");
const out = resolve(root, process.env.OUT ?? "out");

/**
 * @param {Suite} suite
 * @param {import("./code-server.mjs").Release} release
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runInHost(suite, release) {
  const scratch = await mkdtemp(join(tmpdir(), "ml-preflight-host-"));
  try {
    await cp(join(root, "test", "fixtures", "host"), scratch, { recursive: true });
    const workspace = join(scratch, suite.workspace);
    const tests = join(out, suite.module);
    const desktop = await downloadDesktop(release.vscode);
    const parts = { workspace, tests, extension: root, scratch, trusted: suite.trusted };
    const { seconds = 180 } = suite;
    return await (desktop === undefined
      ? runInBrowser({ ...parts, release, seconds })
      : runInDesktop({ ...parts, desktop }));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {import("./desktop.mjs").HostRun & { release: import("./code-server.mjs").Release, seconds: number }} options */
async function runInBrowser({ workspace, tests, extension, scratch, trusted, release, seconds }) {
  const server = await startCodeServer({ release, data: join(scratch, "data"), trusted, automation: true });
  const browser = await launchChromium();
  try {
    const remote = `vscode-remote://${server.authority}`;
    const payload = JSON.stringify([
      ["extensionDevelopmentPath", remote + extension],
      ["extensionTestsPath", remote + tests],
      ["enableProposedApi", ""],
    ]);
    const query = workspace.endsWith(".code-workspace") ? "workspace" : "folder";
    const page = await browser.newPage();
    let output = "";
    let everything = "";
    const ended = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(`No end within ${seconds} s.`), seconds * 1000);
      void page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const line = `${format(...args)}\n`;
      // Mocha's report is "info"; the errors of a long-winded workbench are of interest only after a failure.
      if (type === "info" || type === "log") output += line;
      if (!isNoise(line)) everything += line;
    });
    await page.goto(`${server.address}?${query}=${encodeURI(workspace)}&payload=${encodeURIComponent(payload)}`);
    const code = await ended;
    if (code === 0) return { code, output };
    return typeof code === "number" ? { code, output: everything } : { code: 1, output: `${everything}${code}\n` };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Complaints of the workbench about parts that this build lacks and services that are out of reach: they say nothing of us. */
const isNoise = (/** @type {string} */ text) =>
  /spdlog|watchdog|ripgrep|tsserver|open-vsx|github|Canceled|unknown error/.test(text);

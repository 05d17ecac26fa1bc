// @ts-check
/**
 * `npm start`: installs, builds, packages, and opens the sample project in a real VS Code with the extension in it.
 * `--port N` and `--browser` choose the VS Code in a browser, which is what a machine without a desktop gets anyway.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { must, run } from "./lib/process.mjs";

const { values } = parseArgs({ options: { port: { type: "string" }, browser: { type: "boolean", default: false } } });

await ensureInstalled();
await must(process.execPath, ["scripts/build.mjs"]);

// Only now are the packages there that these need.
const { packageVsix } = await import("./lib/package-vsix.mjs");
const { copySample } = await import("./lib/sample.mjs");
const { desktopArguments, findDesktopCli } = await import("./lib/desktop.mjs");

const scratch = mkdtempSync(join(tmpdir(), "ml-preflight-start-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

const vsix = await packageVsix(join(scratch, "ml-preflight.vsix"));
const project = await copySample(scratch);
const inBrowser = values.browser || values.port !== undefined;
const desktop = inBrowser ? undefined : await findDesktopCli();

if (desktop === undefined) await openInBrowser();
else await openOnDesktop(desktop);

/** @param {string} code */
async function openOnDesktop(code) {
  const own = await desktopArguments(scratch);
  await must(code, [...own, "--install-extension", vsix, "--force"], { quiet: true });
  console.log(`VS Code opens ${project}. Close its window, or press Ctrl+C here, to end.`);
  const { code: exitCode } = await run(code, [...own, "--wait", "--new-window", project, train()], { timeout: 0 });
  process.exit(exitCode);
}

async function openInBrowser() {
  const { releases, startCodeServer } = await import("./lib/code-server.mjs");
  const port = values.port === undefined ? {} : { port: Number(values.port) };
  const server = await startCodeServer({ release: releases.newest, data: join(scratch, "data"), vsix, ...port });
  const open = encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://${server.authority}${train()}`]]));
  console.log("No desktop VS Code is here, so the same workbench runs in a browser. Open:");
  console.log(`\n  ${server.address}?folder=${encodeURI(project)}&payload=${open}\n`);
  console.log("Press Ctrl+C to end.");
  server.child.on("close", (code) => process.exit(code ?? 0));
}

function train() {
  return join(project, "wingbeat", "train.py");
}

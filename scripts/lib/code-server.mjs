// @ts-check
/** A real VS Code from the npm registry: the package `code-server` has the workbench for a browser and the Node extension host. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "./cache.mjs";
import { freePort, must, start, stop, waitForOutput } from "./process.mjs";
import { quietSettings } from "./quiet-settings.mjs";

/** @typedef {{ name: string, vscode: string, codeServer: string, node: number }} Release */

/** The oldest release that `engines.vscode` promises, and the newest that we have tried. */
export const releases = {
  oldest: { name: "oldest", vscode: "1.100.3", codeServer: "4.100.3", node: 20 },
  newest: { name: "newest", vscode: "1.139.1", codeServer: "4.139.1", node: 24 },
};

const npmFlags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/**
 * @param {Release} release
 * @returns {Promise<{ node: string, folder: string }>} the Node to run it with, and the folder of its VS Code
 */
export async function installCodeServer(release) {
  const folder = await cached(`code-server-${release.codeServer}`, async (target) => {
    console.log(`Installing code-server ${release.codeServer} (VS Code ${release.vscode}) ...`);
    await must("npm", ["install", "--prefix", target, ...npmFlags, `code-server@${release.codeServer}`], {
      quiet: true,
    });
    // Its own `npm ci` does not work: the lock file that it ships does not fit its package.json.
    await must("npm", ["install", "--omit=dev", ...npmFlags], { cwd: inside(target), quiet: true });
  });
  return { node: await installNode(release.node), folder: inside(folder) };
}

/** @param {string} folder */
const inside = (folder) => join(folder, "node_modules", "code-server", "lib", "vscode");

/**
 * The Node that runs this script if it has that major version, else one from the registry.
 * @param {number} major
 */
async function installNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const windows = process.platform === "win32";
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${windows ? "win" : process.platform}-${process.arch}`;
  const folder = await cached(`node-${major}`, async (target) => {
    await must("npm", ["install", "--prefix", target, ...npmFlags, `${name}@${major}`], { quiet: true });
  });
  return join(folder, "node_modules", name, "bin", windows ? "node.exe" : "node");
}

/**
 * Starts a server whose settings, extensions and logs are in `data` alone.
 * @param {{ release: Release, data: string, port?: number, vsix?: string, trusted?: boolean, automation?: boolean,
 *   settings?: Record<string, unknown> }} options
 * @returns {Promise<{ address: string, authority: string, child: import("node:child_process").ChildProcess, stop: () => Promise<void> }>}
 */
export async function startCodeServer({
  release,
  data,
  port,
  vsix,
  trusted = true,
  automation = false,
  settings = {},
}) {
  const { node, folder } = await installCodeServer(release);
  const main = join(folder, "out", "server-main.js");
  await mkdir(join(data, "data", "Machine"), { recursive: true });
  await writeFile(
    join(data, "data", "Machine", "settings.json"),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  const shared = ["--server-data-dir", data, "--accept-server-license-terms"];
  if (vsix !== undefined) {
    await must(node, [main, "--install-extension", vsix, ...shared], { cwd: folder, quiet: true });
  }
  const chosenPort = port ?? (await freePort());
  const child = start(
    node,
    [
      main,
      ...["--host", "127.0.0.1", "--port", String(chosenPort), "--without-connection-token", ...shared],
      ...["--disable-telemetry", "--disable-experiments"],
      ...(trusted ? ["--disable-workspace-trust"] : []),
      ...(automation ? ["--enable-smoke-test-driver"] : []),
    ],
    { cwd: folder },
  );
  await waitForOutput(child, /Extension host agent listening on/);
  const authority = `localhost:${chosenPort}`;
  return { address: `http://${authority}/`, authority, child, stop: () => stop(child) };
}

// @ts-check
/** The desktop VS Code that `@vscode/test-electron` downloads, where its server can be reached and a window can be shown. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cacheFolder } from "./cache.mjs";
import { quietSettings } from "./quiet-settings.mjs";
import { run } from "./process.mjs";

/** @typedef {{ workspace: string, tests: string, extension: string, scratch: string, trusted: boolean }} HostRun */

const updateServer = "https://update.code.visualstudio.com/api/releases/stable";

/**
 * The path of that release, downloaded once; undefined where it cannot be had.
 * @param {string} version
 * @returns {Promise<string | undefined>}
 */
export async function downloadDesktop(version) {
  if (!canShowWindows() || !(await isReachable())) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder, "desktop"), timeout: 60_000 });
  } catch (error) {
    console.log(`VS Code ${version} could not be downloaded (${String(error)}); code-server takes its place.`);
    return undefined;
  }
}

/** @type {Promise<boolean> | undefined} */
let reachable;

function isReachable() {
  reachable ??= fetch(updateServer, { method: "HEAD", signal: AbortSignal.timeout(4_000) }).then(
    (response) => response.ok,
    () => false,
  );
  return reachable;
}

function canShowWindows() {
  return process.platform !== "linux" || process.env.DISPLAY !== undefined || onPath("xvfb-run");
}

/** @param {string} name */
export function onPath(name) {
  const names = process.platform === "win32" ? [`${name}.cmd`, `${name}.exe`] : [name];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => names.some((file) => existsSync(join(folder, file))));
}

/**
 * @param {HostRun & { desktop: string }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runInDesktop({ desktop, workspace, tests, extension, scratch, trusted }) {
  const user = join(scratch, "user");
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User", "settings.json"), JSON.stringify(quietSettings, undefined, 2));
  const args = [
    ...[workspace, `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`],
    ...[`--user-data-dir=${user}`, `--extensions-dir=${join(scratch, "extensions")}`],
    ...["--no-sandbox", "--disable-gpu", "--disable-updates", "--skip-welcome", "--skip-release-notes"],
    ...(trusted ? ["--disable-workspace-trust"] : []),
  ];
  const needsDisplay = process.platform === "linux" && process.env.DISPLAY === undefined;
  return needsDisplay
    ? run("xvfb-run", ["-a", desktop, ...args], { quiet: true, timeout: 120_000 })
    : run(desktop, args, { quiet: true, timeout: 120_000 });
}

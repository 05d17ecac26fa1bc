// @ts-check
/** The desktop VS Code that `@vscode/test-electron` downloads, where its server can be reached and a window can be shown. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
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
  if (!(canShowWindows() || onPath("xvfb-run")) || !(await isReachable())) return undefined;
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
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== "linux" || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
}

/** The command line of a VS Code that can show a window here: the installed one, else a downloaded one. */
export async function findDesktopCli() {
  if (!canShowWindows()) return undefined;
  if (onPath("code")) return "code";
  const executable = await downloadDesktop("stable");
  return executable === undefined ? undefined : resolveCliPathFromVSCodeExecutablePath(executable);
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
  const args = [
    ...(await desktopArguments(scratch)),
    ...[workspace, `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`],
    ...["--disable-gpu", "--disable-updates", "--skip-welcome", "--skip-release-notes"],
    ...(trusted ? ["--disable-workspace-trust"] : []),
  ];
  return canShowWindows()
    ? run(desktop, args, { quiet: true, timeout: 120_000 })
    : run("xvfb-run", ["-a", desktop, ...args], { quiet: true, timeout: 120_000 });
}

/**
 * Settings and extensions of its own, so that nobody's VS Code is touched.
 * @param {string} scratch
 */
export async function desktopArguments(scratch) {
  const user = join(scratch, "user");
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User", "settings.json"), JSON.stringify(quietSettings, undefined, 2));
  // Electron's sandbox refuses to work for root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [`--user-data-dir=${user}`, `--extensions-dir=${join(scratch, "extensions")}`, ...sandbox];
}

// @ts-check
/** `npm ci`, when what is installed is not what the lock file says. */
import { readFile } from "node:fs/promises";
import { must } from "./process.mjs";

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

export async function ensureInstalled() {
  if (await isInstalled()) return;
  console.log("Installing the packages of package-lock.json ...");
  await must("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
}

async function isInstalled() {
  const [wanted, present] = await Promise.all([
    readLock("package-lock.json"),
    readLock("node_modules/.package-lock.json"),
  ]);
  if (wanted === undefined || present === undefined) return false;
  // An optional package may be one for another system, and is then missing here by right.
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = present.packages[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** @param {string} path @returns {Promise<Lock | undefined>} */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    // Missing, or cut off by an interrupted installation: the same to us.
    return undefined;
  }
}

// @ts-check
/** What is downloaded is kept outside the clone, so that the next clone need not download it again. */
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export const cacheFolder = process.env.ML_PREFLIGHT_CACHE ?? join(homedir(), ".cache", "ml-preflight");

/**
 * The folder of that name in the cache; `fill` makes it when it is missing. A half-filled folder is never seen under its name.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await mkdir(dirname(folder), { recursive: true });
    // Another run may have been faster, and its folder is as good as ours.
    if (!existsSync(folder)) await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

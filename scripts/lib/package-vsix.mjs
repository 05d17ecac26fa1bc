// @ts-check
/** Packs the built extension, as a user would install it. */
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { must } from "./process.mjs";

/** @param {string} file */
export async function packageVsix(file) {
  await mkdir(dirname(file), { recursive: true });
  await must("npm", ["run", "--silent", "package", "--", "-o", file], { quiet: true });
  return resolve(file);
}

// @ts-check
/** Packs the built extension, as a user would install it. */
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { must } from "./process.mjs";

/** @param {string} file */
export async function packageVsix(file) {
  await mkdir(dirname(file), { recursive: true });
  // Everything that it needs at run time is in `dist/`, so no dependency goes along.
  await must(process.execPath, [vsce, "package", "--no-dependencies", "-o", file], { quiet: true });
  return resolve(file);
}

export const vsce = resolve("node_modules", "@vscode", "vsce", "vsce");

// @ts-check
/** The small ML project that `npm start` opens. A copy is opened, so that the clone stays as it is. */
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";

const sample = resolve(import.meta.dirname, "..", "..", "test", "fixtures", "sample-project");

/** @param {string} folder */
export async function copySample(folder) {
  const copy = join(folder, "sample-project");
  await cp(sample, copy, { recursive: true });
  return copy;
}

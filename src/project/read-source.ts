import type { Language } from "../syntax/form.js";
import { decodeSource, type Decoded } from "./decode.js";
import type { FileSystem } from "./file-system.js";

/** Reads one source file, or says why it cannot be read. */
export async function readSource(
  files: FileSystem,
  path: string,
  language: Language,
  maxFileSize: number,
): Promise<Decoded> {
  const stat = await files.stat(path);
  if (stat === undefined) return { reason: "unreadable", detail: "it cannot be opened" };
  if (stat.type !== "file") return { reason: "unreadable", detail: "it is not a regular file" };
  if (stat.size > maxFileSize) {
    return { reason: "too-large", detail: `${inUnits(stat.size)}, the limit is ${inUnits(maxFileSize)} (maxFileSize)` };
  }
  const bytes = await files.read(path);
  if (bytes === undefined) return { reason: "unreadable", detail: "it cannot be read" };
  return decodeSource(bytes, language);
}

function inUnits(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / (1024 * 1024), "MB"];
  return `${Math.round(size * 10) / 10} ${unit}`;
}

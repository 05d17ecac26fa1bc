import type { Language } from "../syntax/form.js";
import { decodeSource, type Decoded } from "./decode.js";
import type { FileSystem } from "./file-system.js";
import { isNotebook } from "./notebooks.js";
import { slimNotebook } from "./slim-notebook.js";

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
  const isLarge = stat.size > maxFileSize;
  if (isLarge && !isNotebook(path)) return tooLarge(stat.size, maxFileSize);
  const bytes = await files.read(path);
  if (bytes === undefined) return { reason: "unreadable", detail: "it cannot be read" };
  return isLarge ? withoutOutputs(bytes, maxFileSize) : decodeSource(bytes, language);
}

/** A notebook is measured by its code: pictures and tables that it once showed say nothing about it. */
function withoutOutputs(bytes: Uint8Array, maxFileSize: number): Decoded {
  try {
    const text = slimNotebook(bytes);
    return text.length > maxFileSize ? tooLarge(text.length, maxFileSize, " without its outputs") : { text };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { reason: "malformed", detail: `its JSON is broken: ${error.message}` };
  }
}

function tooLarge(size: number, limit: number, of = ""): Decoded {
  return { reason: "too-large", detail: `${inUnits(size)}${of}, the limit is ${inUnits(limit)} (maxFileSize)` };
}

function inUnits(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / (1024 * 1024), "MB"];
  return `${Math.round(size * 10) / 10} ${unit}`;
}

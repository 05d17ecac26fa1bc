import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeSource } from "../src/project/decode.js";

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

export interface Corpus {
  readonly files: readonly CorpusFile[];
  readonly bytes: number;
  readonly lines: number;
}

/** Enough for a steady number, little enough for a few rounds in a minute. */
const maxBytes = 12_000_000;

/** Python files below some folders, taken evenly from all over them, as far as they are text and of a size that people write. */
export function readCorpus(folders: readonly string[]): Corpus {
  const paths = folders.flatMap(pythonFiles);
  const bytesOfAll = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const step = Math.max(1, bytesOfAll / maxBytes);
  const chosen = paths.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const files = chosen.flatMap((path): CorpusFile[] => {
    const bytes = readFileSync(path);
    const decoded = bytes.length <= 2_000_000 ? decodeSource(bytes, "python") : undefined;
    return decoded !== undefined && "text" in decoded ? [{ path, text: decoded.text }] : [];
  });
  return {
    files,
    bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    lines: files.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0),
  };
}

/** The standard library of the installed Python, `site-packages` with it; nothing where there is no Python. */
export function installedPython(): string[] {
  const program = "import sysconfig; print(sysconfig.get_paths()['stdlib'])";
  try {
    return [execFileSync("python3", ["-c", program], { encoding: "utf8" }).trim()];
  } catch (error) {
    console.log(`No Python is here to take files from (${String(error)}); name a folder.`);
    return [];
  }
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

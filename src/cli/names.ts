import { relative, resolve } from "node:path";
import type { Names } from "../project/root-names.js";

/** Relative to the working directory, with forward slashes; asked for again and again for the same few files. */
export const toName = remembering((path) => withSlashes(relative(process.cwd(), path)) || ".");
export const toPath = remembering((name) => withSlashes(resolve(name)));

/** The same from another folder; one that says nothing of it is the working directory. */
export function namesFrom(base: string | undefined): Names {
  if (base === undefined) return { toName, toPath };
  return {
    toName: remembering((path) => withSlashes(relative(base, path)) || "."),
    toPath: remembering((name) => withSlashes(resolve(base, name))),
  };
}

function remembering(convert: (path: string) => string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = convert(path)));
    return found;
  };
}

function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

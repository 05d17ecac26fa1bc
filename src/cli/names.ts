import { relative, resolve } from "node:path";

/** Relative to the working directory, with forward slashes; asked for again and again for the same few files. */
export const toName = remembering((path) => withSlashes(relative(process.cwd(), path)) || ".");
export const toPath = remembering((name) => withSlashes(resolve(name)));

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

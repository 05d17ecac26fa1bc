/** Absolute paths with forward slashes, as `FileSystem` has them (`/a/b`, or `C:/a/b`); the root of a file system is the only one that ends in a slash. */
export function joinPath(folder: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const path = parts.join("/");
  if (folder.startsWith("/")) return `/${path}`;
  return /^[A-Za-z]:$/.test(path) ? `${path}/` : path;
}

/** The folder of a path; undefined for the root of a file system. */
export function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  if (slash < 0 || slash === path.length - 1) return undefined;
  const parent = path.slice(0, slash);
  return parent === "" || /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path as seen from a folder above it; undefined when it is not below. The folder itself is "". */
export function within(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** The folder and the folders above it, nearest first. */
export function* upwards(folder: string): Iterable<string> {
  for (let path: string | undefined = folder; path !== undefined; path = parentOf(path)) yield path;
}

import { joinPath, within } from "./paths.js";
import type { Root } from "./roots.js";

/** From an absolute path to the path that findings carry, and back. */
export interface Names {
  readonly toName: (path: string) => string;
  readonly toPath: (name: string) => string;
}

/** Names that count from a root; what lies elsewhere keeps its absolute path. */
export function namesIn({ folder }: Root): Names {
  return {
    toName: (path) => within(folder, path) ?? path,
    toPath: (name) => (isAbsolute(name) ? name : joinPath(folder, name)),
  };
}

function isAbsolute(name: string): boolean {
  return name.startsWith("/") || /^[A-Za-z]:\//.test(name);
}

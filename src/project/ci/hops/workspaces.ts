import { joinPath } from "../../paths.js";
import { at, strings } from "../../structured.js";
import type { CiFiles } from "../ci-files.js";
import { child, textsOf } from "../tree-access.js";

export interface Package {
  readonly name: string;
  readonly folder: string;
}

const mostPackages = 500;

/** The packages of a JavaScript monorepo, as npm and yarn (`package.json`), pnpm and lerna list them. */
export async function packagesOf(folder: string, files: CiFiles): Promise<readonly Package[]> {
  const manifest = await files.json(joinPath(folder, "package.json"));
  const workspaces = at(manifest, "workspaces");
  const [pnpm] = await files.yaml(joinPath(folder, "pnpm-workspace.yaml"));
  const lerna = await files.json(joinPath(folder, "lerna.json"));
  const globs = [
    ...(Array.isArray(workspaces) ? strings(workspaces) : strings(at(workspaces, "packages"))),
    ...textsOf(child(pnpm, "packages")),
    ...strings(at(lerna, "packages")),
  ];
  const found = new Map<string, Package>();
  for (const glob of globs) {
    if (glob.startsWith("!")) continue;
    for (const inner of await foldersOf(folder, glob.replace(/\/$/, "").split("/"), files)) {
      const own = await files.json(joinPath(inner, "package.json"));
      const name = at(own, "name");
      if (own !== undefined && found.size < mostPackages)
        found.set(inner, { folder: inner, name: typeof name === "string" ? name : "" });
    }
  }
  return [...found.values()];
}

async function foldersOf(folder: string, parts: readonly string[], files: CiFiles): Promise<readonly string[]> {
  const [first, ...rest] = parts;
  if (first === undefined) return [folder];
  if (!first.includes("*")) return foldersOf(joinPath(folder, first), rest, files);
  const pattern = new RegExp(`^${first.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*")}$`);
  const inner = (await files.names(folder)).filter(
    ({ name, type }) => type === "directory" && name !== "node_modules" && pattern.test(name),
  );
  return (await Promise.all(inner.map(({ name }) => foldersOf(joinPath(folder, name), rest, files)))).flat();
}

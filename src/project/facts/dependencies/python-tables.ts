import { child, entriesOf, textOf } from "../../ci/tree-access.js";
import type { Tree } from "../../ci/yaml-tree.js";
import { readTomlTree } from "../configs/toml-tree.js";
import { type Asked, isDevelopmentGroup, type LanguageVersion, type Manifest } from "./asked.js";
import { condaRequirement } from "./conda-environment.js";
import { languageVersion } from "./language-version.js";

interface TablePlace {
  readonly path: string;
  readonly isDevelopment: boolean;
}

/** Dependencies by name, as poetry and pipenv have them: a version, or a table that says where from. */
export function pythonTable(table: Tree | undefined, place: TablePlace): readonly Asked[] {
  return entriesOf(table).flatMap(([name, entry]) => {
    if (name === "python") return [];
    // Several entries are versions for several environments.
    const entries = entry.kind === "list" ? entry.items : [entry];
    return entries.slice(0, 1).map((one) => tableEntry(name, one, place));
  });
}

function tableEntry(name: string, entry: Tree, { path, isDevelopment }: TablePlace): Asked {
  const written = textOf(entry) ?? textOf(child(entry, "version")) ?? "";
  const version = written === "*" ? "" : written;
  const address = textOf(child(entry, "git")) ?? textOf(child(entry, "url"));
  const folder = textOf(child(entry, "path"));
  const commit = ["rev", "ref", "tag"].map((key) => textOf(child(entry, key))).find((one) => one !== undefined);
  const specifier = version !== "" ? version : address === undefined ? (folder ?? "") : atCommit(address, commit);
  const hasHash = child(entry, "hashes") !== undefined || /#sha\d+=/.test(address ?? "");
  const isFile = /\.(?:whl|tar\.gz|zip)(?:#|$)/.test(address ?? "");
  const isConditional = ["markers", "python", "optional", "platform"].some((key) => child(entry, key) !== undefined);
  return {
    ...{ name, ecosystem: "python", specifier },
    isPinned:
      hasHash || isFile || commit !== undefined || folder !== undefined || /^={0,3}\s*v?\d[\w.!+-]*$/.test(version),
    ...{ hasHash, isDevelopment, path, line: entry.line },
    ...{ isConditional, isLocal: folder !== undefined },
  };
}

function atCommit(address: string, commit: string | undefined): string {
  return commit === undefined ? address : `${address}@${commit}`;
}

export function readPipfile(path: string, text: string): Manifest {
  const { tree, reason } = readTomlTree(text);
  const requires = child(tree, "requires");
  const version = child(requires, "python_full_version") ?? child(requires, "python_version");
  return {
    path,
    asked: [
      ...pythonTable(child(tree, "packages"), { path, isDevelopment: false }),
      ...pythonTable(child(tree, "dev-packages"), { path, isDevelopment: true }),
    ],
    versions: languageVersion("python", textOf(version), { path, line: version?.line ?? 1 }) ?? [],
    reason,
  };
}

export function readPixi(path: string, text: string): Manifest {
  const { tree, reason } = readTomlTree(text);
  return { path, ...pixiTables(tree, path), reason };
}

/** Pixi has packages of conda and of PyPI, for all environments and by feature. */
export function pixiTables(
  tree: Tree | undefined,
  path: string,
): { readonly asked: readonly Asked[]; readonly versions: readonly LanguageVersion[] } {
  const tablesOf = (part: Tree | undefined, isDevelopment: boolean): readonly Asked[] => [
    ...entriesOf(child(part, "dependencies")).flatMap(([name, entry]) => {
      const version = textOf(entry) ?? textOf(child(entry, "version")) ?? "";
      return (
        condaRequirement(version === "*" ? name : `${name} ${version}`, { path, line: entry.line, isDevelopment }) ?? []
      );
    }),
    ...pythonTable(child(part, "pypi-dependencies"), { path, isDevelopment }),
  ];
  const python = child(tree, "dependencies", "python");
  return {
    asked: [
      ...tablesOf(tree, false),
      ...entriesOf(child(tree, "feature")).flatMap(([name, part]) => tablesOf(part, isDevelopmentGroup(name))),
    ],
    versions: languageVersion("python", textOf(python), { path, line: python?.line ?? 1 }) ?? [],
  };
}

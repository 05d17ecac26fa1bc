import { child, entriesOf, itemsOf, textOf } from "../../ci/tree-access.js";
import type { Tree } from "../../ci/yaml-tree.js";
import { readTomlTree } from "../configs/toml-tree.js";
import { type Asked, isDevelopmentGroup, type LanguageVersion, type Manifest, normalName } from "./asked.js";
import { languageVersion } from "./language-version.js";
import { pixiTables, pythonTable } from "./python-tables.js";
import { isPinnedAddress, pythonRequirement } from "./requirement.js";

/** Reads a `pyproject.toml`: PEP 621's lists, dependency groups (PEP 735), and the tables of poetry, PDM, uv, hatch and pixi. */
export function readPyproject(path: string, text: string): Manifest {
  const { tree, reason } = readTomlTree(text);
  const tool = child(tree, "tool");
  const project = child(tree, "project");
  const poetry = child(tool, "poetry");

  const list = (items: Tree | undefined, isDevelopment: boolean, isConditional = false): readonly Asked[] =>
    itemsOf(items).flatMap((item) => {
      const written = textOf(item);
      if (written === undefined) return [];
      return pythonRequirement(written, { path, line: item.line, isDevelopment, isConditional }) ?? [];
    });
  const groups = (lists: Tree | undefined, isConditional: boolean, always = false): readonly Asked[] =>
    entriesOf(lists).flatMap(([name, items]) => list(items, always || isDevelopmentGroup(name), isConditional));
  const table = (entries: Tree | undefined, isDevelopment: boolean): readonly Asked[] =>
    pythonTable(entries, { path, isDevelopment });

  const pixi = pixiTables(child(tool, "pixi"), path);
  const asked = [
    ...list(child(project, "dependencies"), false),
    ...groups(child(project, "optional-dependencies"), true),
    ...groups(child(tree, "dependency-groups"), true),
    ...list(child(tool, "uv", "dev-dependencies"), true, true),
    ...groups(child(tool, "pdm", "dev-dependencies"), true, true),
    ...table(child(poetry, "dependencies"), false),
    ...table(child(poetry, "dev-dependencies"), true),
    ...entriesOf(child(poetry, "group")).flatMap(([name, group]) =>
      table(child(group, "dependencies"), isDevelopmentGroup(name)),
    ),
    ...entriesOf(child(tool, "hatch", "envs")).flatMap(([, env]) => [
      ...list(child(env, "dependencies"), true, true),
      ...list(child(env, "extra-dependencies"), true, true),
    ]),
    ...pixi.asked,
  ];
  const said = [child(project, "requires-python"), child(poetry, "dependencies", "python")];
  const versions: readonly LanguageVersion[] = [
    ...said.flatMap((tree) => languageVersion("python", textOf(tree), { path, line: tree?.line ?? 1 }) ?? []),
    ...pixi.versions,
  ];
  const name = textOf(child(project, "name")) ?? textOf(child(poetry, "name"));
  return { path, asked: withSources(asked, child(tool, "uv", "sources")), versions, name, reason };
}

/** Where uv is to take a package from says more than the version that is asked for. */
function withSources(asked: readonly Asked[], sources: Tree | undefined): readonly Asked[] {
  const byName = new Map(entriesOf(sources).map(([name, source]) => [normalName(name, "python"), source]));
  return asked.map((one) => {
    const source = byName.get(normalName(one.name, "python"));
    if (source === undefined) return one;
    const isLocal = textOf(child(source, "path")) !== undefined || child(source, "workspace") !== undefined;
    const isFixed = child(source, "rev") !== undefined || child(source, "tag") !== undefined;
    const isFile = isPinnedAddress(textOf(child(source, "url")) ?? "");
    return { ...one, isLocal: one.isLocal || isLocal, isPinned: one.isPinned || isLocal || isFixed || isFile };
  });
}

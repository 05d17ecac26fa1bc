import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { Unknown, Variables } from "../model.js";
import {
  child,
  entriesOf,
  itemsOf,
  listTree,
  mapTree,
  mergeTrees,
  textOf,
  textsOf,
  treePlace,
  variablesOf,
} from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

export interface GitlabJobs {
  readonly jobs: ReadonlyMap<string, { readonly tree: Tree; readonly path: string }>;
  readonly variables: Variables;
  readonly workflow: Tree | undefined;
  /** What every job has that does not say otherwise. */
  readonly defaults: (key: string) => Tree | undefined;
}

const notJobs = new Set(
  "default include stages variables workflow image services before_script after_script cache pages:deploy spec types".split(
    " ",
  ),
);
const deepest = 10;

/** The jobs of a pipeline with what they extend and refer to put in. Hidden ones (`.name`) are templates only. */
export async function readGitlabJobs(path: string, files: CiFiles, unknowns: Unknown[]): Promise<GitlabJobs> {
  const entries = new Map<string, { tree: Tree; path: string }>();
  await include(path, files, unknowns, entries, 0);
  const whole = (name: string): Tree | undefined => entries.get(name)?.tree;
  const jobs = new Map<string, { tree: Tree; path: string }>();
  for (const [name, entry] of entries) {
    if (notJobs.has(name) || name.startsWith(".") || entry.tree.kind !== "map") continue;
    const extended = extend(entry.tree, entries, 0);
    jobs.set(name, { ...entry, tree: refer(extended, entries, unknowns, entry.path, 0) });
  }
  const resolved = (tree: Tree | undefined): Tree | undefined =>
    tree === undefined ? undefined : refer(tree, entries, unknowns, path, 0);
  return {
    jobs,
    variables: variablesOf(whole("variables")),
    workflow: resolved(whole("workflow")),
    defaults: (key) => resolved(child(whole("default"), key) ?? whole(key)),
  };
}

async function include(
  path: string,
  files: CiFiles,
  unknowns: Unknown[],
  entries: Map<string, { tree: Tree; path: string }>,
  depth: number,
): Promise<void> {
  const trees = await files.yaml(path);
  // With `spec:` the first document describes the inputs.
  const tree = trees.length > 1 ? trees.at(-1) : trees[0];
  for (const one of itemsOf(child(tree, "include"))) {
    const local = one.kind === "scalar" ? one.text : textOf(child(one, "local"));
    const isHere = local !== undefined && !/^https?:/.test(local) && !local.includes("$");
    if (!isHere || depth > deepest) {
      const what =
        local ??
        entriesOf(one)
          .map(([key, value]) => `${key}: ${textOf(value) ?? ""}`)
          .join(", ");
      unknowns.push({ place: treePlace(path, one), detail: `what \`${what}\` includes is not in this project` });
      continue;
    }
    for (const inner of await matching(local, files)) await include(inner, files, unknowns, entries, depth + 1);
  }
  for (const [name, value] of entriesOf(tree)) {
    const before = entries.get(name);
    entries.set(name, { tree: before === undefined ? value : mergeTrees(before.tree, value), path });
  }
}

/** The files of `ci/*.yml`, `ci/**.yml`; the name itself without stars. */
async function matching(local: string, files: CiFiles): Promise<readonly string[]> {
  const path = joinPath(files.root, local);
  if (!local.includes("*")) return [path];
  const folder = path.slice(0, path.indexOf("*")).replace(/\/[^/]*$/, "");
  const pattern = new RegExp(
    `^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, (stars) => (stars.length > 1 ? ".*" : "[^/]*"))}$`,
  );
  const found: string[] = [];
  const walk = async (at: string, depth: number): Promise<void> => {
    for (const { name, type } of await files.names(at)) {
      const inner = joinPath(at, name);
      if (type === "directory" && depth < 4) await walk(inner, depth + 1);
      else if (pattern.test(inner)) found.push(inner);
    }
  };
  await walk(folder, 0);
  return found;
}

type Entries = ReadonlyMap<string, { readonly tree: Tree; readonly path: string }>;

function extend(tree: Tree, entries: Entries, depth: number): Tree {
  const names = textsOf(child(tree, "extends"));
  if (names.length === 0 || depth > deepest) return tree;
  let base: Tree | undefined;
  for (const name of names) {
    const parent = entries.get(name)?.tree;
    if (parent !== undefined) base = mergeTrees(base, extend(parent, entries, depth + 1));
  }
  return mergeTrees(base, tree);
}

/** `!reference [.setup, script]` is what stands there, spread into the list around it. */
function refer(tree: Tree, entries: Entries, unknowns: Unknown[], path: string, depth: number): Tree {
  if (tree.tag === "!reference" && tree.kind === "list") {
    const [name = "", ...keys] = textsOf(tree);
    const target = entries.get(name);
    const found = child(target?.tree, ...keys);
    if (target !== undefined && found !== undefined && depth < deepest)
      return refer(found, entries, unknowns, target.path, depth + 1);
    unknowns.push({
      place: treePlace(path, tree),
      detail: `\`!reference [${textsOf(tree).join(", ")}]\` leads nowhere`,
    });
    return listTree(tree, []);
  }
  if (depth > 60 || tree.kind === "scalar") return tree;
  if (tree.kind === "list")
    return { ...tree, items: tree.items.map((item) => refer(item, entries, unknowns, path, depth + 1)) };
  return mapTree(
    tree,
    new Map([...tree.entries].map(([name, value]) => [name, refer(value, entries, unknowns, path, depth + 1)])),
  );
}

import { child, entriesOf, itemsOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import { joinPath, parentOf } from "../../paths.js";
import type { DvcLock } from "../file-facts.js";

/** A `dvc.lock`: what each stage read and wrote, as far as it has a hash. Paths count from the folder of the lock. */
export function readDvcLock(text: string, path: string): DvcLock {
  const { trees, faults } = readYamlTrees(text, path);
  if (faults[0] !== undefined) throw new Error(faults[0].detail);
  const [tree] = trees;
  if (tree !== undefined && tree.kind !== "map") throw new Error("it is no lock of DVC");
  // Before version 2 the stages stood at the top.
  const stages = entriesOf(child(tree, "schema") === undefined ? tree : child(tree, "stages"));
  const home = parentOf(path) ?? "";
  const hashed = (key: string): readonly string[] => [
    ...new Set(
      stages.flatMap(([, stage]) =>
        itemsOf(child(stage, key)).flatMap((item) => {
          const name = textOf(child(item, "path"));
          return name === undefined || !hasHash(item) ? [] : [joinPath(home, name)];
        }),
      ),
    ),
  ];
  return { path, stages: stages.map(([name]) => name), inputs: hashed("deps"), outputs: hashed("outs") };
}

function hasHash(item: Tree): boolean {
  return ["md5", "etag", "checksum", "files"].some((key) => child(item, key) !== undefined);
}

import { commandText } from "../ci/hops/compose.js";
import { child, entriesOf, textOf } from "../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../ci/yaml-tree.js";
import { joinPath, nameOf, parentOf } from "../paths.js";
import { type FactSource, type ReadFacts, readFiles } from "./fact-source.js";
import type { ComposeService } from "./file-facts.js";
import { isForeign } from "./foreign.js";
import { entriesOfTree, valueAt } from "./yaml-entries.js";

/** The services of all compose files, those that only override others too. */
export function readCompose(source: FactSource): Promise<ReadFacts<ComposeService>> {
  return readFiles(source, isComposeFile, (text, path) => {
    const { trees, faults } = readYamlTrees(text, path);
    const services = trees.flatMap((tree) => entriesOf(child(tree, "services")));
    // What was read before a fault is told; with nothing read, the fault is.
    if (services.length === 0 && faults[0] !== undefined) throw new Error(faults[0].detail);
    return services.flatMap(([name, tree]) => (tree.kind === "map" ? [serviceOf(name, tree, path)] : []));
  });
}

function isComposeFile(path: string): boolean {
  return /^(?:(?:docker|podman)-)?compose(?:[._-].*)?\.ya?ml$/i.test(nameOf(path)) && !isForeign(path);
}

function serviceOf(name: string, tree: Tree, path: string): ComposeService {
  const entries = entriesOfTree(tree);
  const parts = ["entrypoint", "command"].flatMap((key) => child(tree, key) ?? []).filter((part) => !isEmpty(part));
  const test = valueAt(entries, "healthcheck.test") ?? valueAt(entries, "healthcheck.test.0");
  return {
    path,
    name,
    line: Math.min(tree.line, ...entries.map(({ line }) => line)),
    image: textOf(child(tree, "image")),
    builds: builtFile(child(tree, "build"), path),
    command: parts.length === 0 ? undefined : parts.map(commandText).join(" ").trim(),
    hasHealthcheck: test !== undefined && test !== "NONE" && valueAt(entries, "healthcheck.disable") !== true,
    entries,
  };
}

function isEmpty(tree: Tree): boolean {
  return (tree.kind === "scalar" && tree.isNull) || (tree.kind === "list" && tree.items.length === 0);
}

/** The Dockerfile that a service is built from, wherever its context is. */
function builtFile(build: Tree | undefined, path: string): string | undefined {
  if (build === undefined || isEmpty(build)) return undefined;
  const context = textOf(build) ?? textOf(child(build, "context")) ?? ".";
  if (/^(?:https?:|git@|\w+:\/\/)/.test(context)) return context;
  const file = textOf(child(build, "dockerfile")) ?? "Dockerfile";
  return joinPath(joinPath(parentOf(path) ?? "", context), file);
}

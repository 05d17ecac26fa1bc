import { readYamlTrees } from "../ci/yaml-tree.js";
import { nameOf, parentOf } from "../paths.js";
import { type FactSource, type ReadFacts, readFiles } from "./fact-source.js";
import type { ConfigEntry, KubernetesObject } from "./file-facts.js";
import { isForeign } from "./foreign.js";
import { loopsOf, unrolled } from "./helm-loops.js";
import { entriesOfText } from "./kubernetes-text.js";
import { perText } from "./per-text.js";
import { entriesOfTree, valueAt } from "./yaml-entries.js";

/**
 * The objects of manifests and of Helm's templates. Three files say no kind themselves and get one from their names:
 * `kustomization.yaml`, a chart's `Chart.yaml` (`HelmChart`) and its values (`HelmValues`).
 */
export function readKubernetes(source: FactSource): Promise<ReadFacts<KubernetesObject>> {
  const charts = new Set(source.paths.flatMap((path) => (nameOf(path) === "Chart.yaml" ? [parentOf(path) ?? ""] : [])));
  return readFiles(source, isManifest, (text, path, memory) => {
    const named = namedKind(path, charts);
    return named === undefined ? objectsIn(text, path, memory) : [wholeFile(named, text, path)];
  });
}

const objectsIn = perText((text, path) => {
  if (!/^["']?kind["']?\s*:/m.test(text) || !/^["']?apiVersion["']?\s*:/m.test(text)) return [];
  return documentsOf(text, path).flatMap((document) => objectsOf(document, path));
});

function isManifest(path: string): boolean {
  return /\.ya?ml(?:\.(?:tpl|tmpl|gotmpl|j2))?$/.test(path) && !isForeign(path) && !/^\.github\//.test(path);
}

interface NamedKind {
  readonly kind: string;
  readonly apiVersion: string;
}

function namedKind(path: string, charts: ReadonlySet<string>): NamedKind | undefined {
  const name = nameOf(path);
  if (/^kustomization\.ya?ml$/.test(name))
    return { kind: "Kustomization", apiVersion: "kustomize.config.k8s.io/v1beta1" };
  if (!charts.has(parentOf(path) ?? "")) return undefined;
  if (name === "Chart.yaml") return { kind: "HelmChart", apiVersion: "v2" };
  return /^(?:values.*|.*[._-]values)\.ya?ml$/.test(name) ? { kind: "HelmValues", apiVersion: "" } : undefined;
}

function wholeFile({ kind, apiVersion }: NamedKind, text: string, path: string): KubernetesObject {
  const entries = documentsOf(text, path).flatMap((document) => document.entries);
  return {
    path,
    line: 1,
    kind: textAt(entries, "kind") ?? kind,
    apiVersion: textAt(entries, "apiVersion") ?? apiVersion,
    name: kind === "HelmChart" ? textAt(entries, "name") : textAt(entries, "metadata.name"),
    isTemplate: false,
    entries,
  };
}

interface ManifestDocument {
  readonly entries: readonly ConfigEntry[];
  readonly isTemplate: boolean;
}

/** A file is read as YAML where it is that, because aliases and merged maps are understood there; else as text. */
function documentsOf(text: string, path: string): readonly ManifestDocument[] {
  if (!text.includes("{{")) {
    const { trees, faults } = readYamlTrees(text, path);
    if (faults.length === 0) return trees.map((tree) => ({ entries: entriesOfTree(tree), isTemplate: false }));
  }
  const found: ManifestDocument[] = [];
  let line = 1;
  const loops = loopsOf(text);
  for (const part of text.split(/^---(?=\s|$).*$/m)) {
    const isTemplate = part.includes("{{");
    found.push(...unrolled(entriesOfText(part, line), loops).map((entries) => ({ entries, isTemplate })));
    line += part.split("\n").length - 1;
  }
  return found;
}

function objectsOf({ entries, isTemplate }: ManifestDocument, path: string): readonly KubernetesObject[] {
  const kind = textAt(entries, "kind");
  const apiVersion = textAt(entries, "apiVersion");
  if (kind === undefined || apiVersion === undefined) return [];
  const items = /^(?:[A-Z]\w*)?List$/.test(kind) ? itemsOf(entries) : [];
  if (items.length > 0) return items.flatMap((item) => objectsOf({ entries: item, isTemplate }, path));
  return [
    {
      path,
      line: entries[0]?.line ?? 1,
      kind,
      apiVersion,
      name: textAt(entries, "metadata.name"),
      isTemplate,
      entries,
    },
  ];
}

/** The objects of a `kind: List`, each with keys of its own. */
function itemsOf(entries: readonly ConfigEntry[]): readonly (readonly ConfigEntry[])[] {
  const items = new Map<string, ConfigEntry[]>();
  for (const entry of entries) {
    const [, index, key] = /^items\.(\d+)\.(.+)$/.exec(entry.key) ?? [];
    if (index === undefined || key === undefined) continue;
    const item = items.get(index) ?? [];
    item.push({ ...entry, key });
    items.set(index, item);
  }
  return [...items.values()];
}

function textAt(entries: readonly ConfigEntry[], key: string): string | undefined {
  const value = valueAt(entries, key);
  return value === undefined || value === null ? undefined : String(value);
}

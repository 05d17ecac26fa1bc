import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import type { ConfigEntry, ConfigFile } from "../file-facts.js";
import { entriesOfTree } from "../yaml-entries.js";
import { readEnv } from "./env.js";
import { iniEntries, readIni } from "./ini.js";
import { isDataJson, readJsonTree } from "./json-tree.js";
import { readTomlTree } from "./toml-tree.js";

/** What could be read of a file of settings, and why the rest could not; neither for a file that turns out to be none. */
export interface ReadConfig {
  readonly config: ConfigFile | undefined;
  readonly reason: string | undefined;
}

export function readConfig(path: string, text: string, format: ConfigFile["format"]): ReadConfig {
  const { entries, reason } = readers[format](text.replace(/^\uFEFF/, ""), path);
  const isNothing = entries === undefined || (entries.length === 0 && reason !== undefined);
  return { config: isNothing ? undefined : { path, format, entries }, reason };
}

interface ReadEntries {
  readonly entries: readonly ConfigEntry[] | undefined;
  readonly reason: string | undefined;
}

const readers: Readonly<Record<ConfigFile["format"], (text: string, path: string) => ReadEntries>> = {
  yaml: (text, path) => {
    const { trees, faults } = readYamlTrees(text, path);
    // A template of YAML becomes YAML when it is filled in; what is wrong with it now says nothing.
    if (faults.length > 0 && /\{\{|\{%/.test(text)) return nothing;
    return { entries: entriesOfTrees(trees), reason: told(faults[0]) };
  },
  json: (text, path) => {
    if (isDataJson(text)) return nothing;
    const { trees, faults } = readJsonTree(text, path);
    return { entries: entriesOfTrees(trees), reason: told(faults[0]) };
  },
  toml: (text) => {
    const { tree, reason } = readTomlTree(text);
    return { entries: tree === undefined ? [] : entriesOfTree(tree), reason };
  },
  ini: (text) => {
    const { options, reason } = readIni(text);
    return { entries: iniEntries(options), reason };
  },
  env: readEnv,
};

const nothing: ReadEntries = { entries: undefined, reason: undefined };

function entriesOfTrees(trees: readonly Tree[]): readonly ConfigEntry[] {
  // A file that is one scalar has no keys, and says nothing.
  return trees.flatMap((tree) => (tree.kind === "scalar" ? [] : entriesOfTree(tree)));
}

function told(fault: { readonly line: number | undefined; readonly detail: string } | undefined): string | undefined {
  return fault?.line === undefined ? fault?.detail : `line ${fault.line}: ${fault.detail}`;
}

import { nameOf } from "../../paths.js";
import { child, entriesOf, textOf } from "../../ci/tree-access.js";
import { readTomlTree } from "../configs/toml-tree.js";
import type { Dockerfile } from "../file-facts.js";
import type { LanguageVersion } from "./asked.js";

interface Place {
  readonly path: string;
  readonly line: number;
}

/** What is said of the version of Python or Node, the language before it; undefined when nothing is. */
export function languageVersion(
  language: "python" | "node",
  said: string | undefined,
  { path, line }: Place,
): readonly LanguageVersion[] | undefined {
  const version = said?.trim();
  if (version === undefined || version === "") return undefined;
  const isPinned = language === "python" ? isPinnedPython(version) : isPinnedNode(version);
  return [{ path, line, text: `${language} ${version}`, isPinned }];
}

/** Python may break what ran with every minor version, so a pin leaves at most some of them: an end above, not `<4`. */
function isPinnedPython(version: string): boolean {
  return (
    /^[=~]*\s*v?(?:cpython-)?3\.\d+(?:\.[\d*]+)*(?:=\S*)?(?:rc\d+)?$/.test(version) || /<=?\s*3\.\d+/.test(version)
  );
}

/** Node breaks with major versions. */
function isPinnedNode(version: string): boolean {
  return /^[=v^~]*\s*\d+(?:\.[\dx*]+)*$|^lts\/[a-z]+$|<=?\s*\d+|^\d+\s+-\s+\d+/.test(version);
}

/** The versions in files that say nothing else, `.python-version` and the like. */
export function versionFileReader(path: string): ((text: string) => readonly LanguageVersion[]) | undefined {
  const name = nameOf(path);
  if (/^(?:mise|\.mise)\.toml$/.test(name)) return (text) => miseVersions(path, text);
  if (name === ".tool-versions") return (text) => toolVersions(path, text);
  const language = languageOfFile.get(name);
  return language === undefined ? undefined : (text) => firstVersion(language, path, text);
}

const languageOfFile: ReadonlyMap<string, "python" | "node"> = new Map([
  [".python-version", "python"],
  ["runtime.txt", "python"],
  [".nvmrc", "node"],
  [".node-version", "node"],
]);

/** The first line that names a version; `.python-version` may name an environment of pyenv instead. */
function firstVersion(language: "python" | "node", path: string, text: string): readonly LanguageVersion[] {
  const lines = text.split(/\r\n|[\r\n]/);
  const index = lines.findIndex((line) => /^\s*(?:(?:c?python)-)?v?\d|^\s*(?:lts\/|node\b|stable\b)/.test(line));
  const version = lines[index]?.replace(/#.*$/, "").replace(/^\s*c?python-/, "");
  return languageVersion(language, version, { path, line: index + 1 }) ?? [];
}

function toolVersions(path: string, text: string): readonly LanguageVersion[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, index) => {
    const [, tool, version] = /^\s*(python|node|nodejs)\s+(\S+)/.exec(line) ?? [];
    return languageVersion(tool === "python" ? "python" : "node", version, { path, line: index + 1 }) ?? [];
  });
}

function miseVersions(path: string, text: string): readonly LanguageVersion[] {
  return entriesOf(child(readTomlTree(text).tree, "tools")).flatMap(([tool, entry]) => {
    if (tool !== "python" && tool !== "node") return [];
    const version = textOf(entry) ?? textOf(child(entry, "version"));
    return languageVersion(tool, version, { path, line: entry.line }) ?? [];
  });
}

/** The official images of Python and Node, whose tag is a version. */
export function imageVersions({ path, stages }: Dockerfile): readonly LanguageVersion[] {
  return stages.flatMap(({ image, tag, digest, line, isStage }) => {
    const language = /(?:^|\/)(python|node)(?:[:@]|$)/.exec(image)?.[1];
    if (language === undefined || isStage) return [];
    const version = /^[\d.]+/.exec(tag ?? "")?.[0] ?? "";
    const isVersion = language === "python" ? isPinnedPython(version) : isPinnedNode(version);
    return [{ path, line, text: image, isPinned: digest !== undefined || isVersion }];
  });
}

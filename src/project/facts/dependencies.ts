import { joinPath, parentOf } from "../paths.js";
import { type Asked, type LanguageVersion, type Manifest, normalName } from "./dependencies/asked.js";
import { imageVersions, versionFileReader } from "./dependencies/language-version.js";
import { lockKind, manifestOf, missesOf } from "./dependencies/locks.js";
import { isRequirements, manifestReader } from "./dependencies/manifests.js";
import { compiledBy, readRequirements } from "./dependencies/requirements-file.js";
import type { FactSource, UnreadFile } from "./fact-source.js";
import type { Dependencies, Dependency, Dockerfile, Lock } from "./file-facts.js";
import { isForeign } from "./foreign.js";

/** Reads what a project depends on: what its manifests ask for, what locks that, and the versions of its languages. */
export async function readDependencies(
  { paths, read }: Pick<FactSource, "paths" | "read">,
  dockerfiles: readonly Dockerfile[] = [],
): Promise<{ readonly facts: Dependencies; readonly unreadable: readonly UnreadFile[] }> {
  const manifests = new Map<string, Manifest>();
  const texts = new Map<string, string>();
  const versions: LanguageVersion[] = [];
  const locks: Lock[] = [];
  const unreadable: UnreadFile[] = [];
  const known = new Set(paths);

  const readText = async (path: string): Promise<string | undefined> => {
    const text = await read(path);
    if (text === undefined) unreadable.push({ path, reason: "it cannot be read" });
    return text;
  };

  // What a file of requirements includes may have any name, so the list grows while it is read.
  const queue = paths.filter((path) => manifestReader(path) !== undefined);
  const queued = new Set(queue);
  const constraints = new Set<string>();
  for (const path of queue) {
    const text = await readText(path);
    if (text === undefined) continue;
    const manifest = (manifestReader(path) ?? readRequirements)(path, text.replace(/^\uFEFF/, ""));
    manifests.set(path, manifest);
    texts.set(path, text);
    if (manifest.reason !== undefined) unreadable.push({ path, reason: manifest.reason });
    for (const constraint of manifest.constraints ?? []) constraints.add(constraint);
    for (const other of [...(manifest.includes ?? []), ...(manifest.constraints ?? [])]) {
      if (!known.has(other) || queued.has(other)) continue;
      queued.add(other);
      queue.push(other);
    }
  }

  const compiled = new Set<string>();
  for (const [path, manifest] of manifests) {
    const lock = compiledLock(manifest, texts.get(path) ?? "", manifests);
    if (lock === undefined) continue;
    locks.push(lock);
    if (lock.manifest !== undefined && lock.manifest !== path) compiled.add(path);
  }

  for (const path of paths) {
    const versionsOf = isForeign(path) ? undefined : versionFileReader(path);
    if (versionsOf !== undefined) versions.push(...versionsOf((await readText(path)) ?? ""));
    const kind = lockKind(path);
    if (kind === undefined) continue;
    const text = kind.names === undefined ? undefined : await readText(path);
    const held = text === undefined ? undefined : kind.names?.(text);
    if (text !== undefined && held === undefined) unreadable.push({ path, reason: "it is no lock that can be read" });
    const manifest = manifestOf(path, kind, manifests);
    const { tool, ecosystem } = kind;
    locks.push({ path, tool, ecosystem, manifest: manifest?.path, misses: missesOf(kind, manifest, held) });
  }

  // A constraint says which version, but asks for nothing; what was compiled is asked for elsewhere.
  const asking = [...manifests.values()].filter(({ path }) => !constraints.has(path) && !compiled.has(path));
  return {
    facts: {
      manifests: asking.map(({ path }) => path),
      declared: asking.flatMap((manifest) => manifest.asked.map((asked) => dependency(asked, manifest, manifests))),
      locks,
      languageVersions: [
        ...asking.flatMap((manifest) => manifest.versions),
        ...versions,
        ...dockerfiles.flatMap(imageVersions),
      ],
    },
    unreadable,
  };
}

function dependency(asked: Asked, manifest: Manifest, manifests: ReadonlyMap<string, Manifest>): Dependency {
  const { name, ecosystem, specifier, hasHash, isDevelopment, path, line } = asked;
  const isPinned = asked.isPinned || (manifest.constraints ?? []).some((one) => pins(manifests.get(one), asked));
  return { name, ecosystem, specifier, isPinned, hasHash, isDevelopment, path, line };
}

function pins(constraint: Manifest | undefined, { name }: Asked): boolean {
  return (constraint?.asked ?? []).some(
    (one) => one.isPinned && normalName(one.name, "python") === normalName(name, "python"),
  );
}

/** A manifest that locks by itself: requirements that a tool compiled or that all have hashes, an environment with a build for every package. */
function compiledLock(manifest: Manifest, text: string, manifests: ReadonlyMap<string, Manifest>): Lock | undefined {
  const { path, asked } = manifest;
  if (/\.ya?ml$/.test(path)) {
    const isLock = asked.length > 0 && asked.every(({ isPinned, specifier }) => isPinned && /==|=.+=/.test(specifier));
    return isLock ? { path, tool: "conda", ecosystem: "python", manifest: path, misses: [] } : undefined;
  }
  if (!isRequirements(path) && !path.endsWith(".txt")) return undefined;
  const by = compiledBy(path, text);
  const isHashed = asked.length > 0 && asked.every(({ isPinned, hasHash }) => isPinned && hasHash);
  if (by === undefined && !isHashed) return undefined;
  const folder = parentOf(path) ?? "";
  const sources = by?.sources ?? [path.replace(/\.txt$/, ".in").replace(/^.*\//, "")];
  // A command is run at the root or in the folder, and names its files from there.
  const candidates = sources.flatMap((source) => [joinPath(folder, source), joinPath("", source)]);
  const source = candidates.map((one) => manifests.get(one)).find((one) => one !== undefined && one !== manifest);
  const tool = by?.tool ?? "pip-tools";
  const kind = { tool, ecosystem: "python" } as const;
  const held = asked.map(({ name }) => name);
  // An export may leave groups out on purpose.
  const misses = tool === "pip-tools" ? missesOf(kind, source, held) : [];
  return { path, ...kind, manifest: source?.path, misses };
}

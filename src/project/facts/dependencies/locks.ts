import { joinPath, nameOf, parentOf } from "../../paths.js";
import { isForeign } from "../foreign.js";
import type { Lock } from "../file-facts.js";
import { type Manifest, normalName } from "./asked.js";
import * as names from "./lock-names.js";

interface LockKind extends Pick<Lock, "tool" | "ecosystem"> {
  readonly pattern: RegExp;
  /** The names of manifests that it may lock, the likeliest first. */
  readonly manifests: readonly string[];
  /** Undefined for what is no text. */
  readonly names: names.LockNames | undefined;
}

/** What kind of lock a file is, by its path; undefined for every other file. */
export function lockKind(path: string): LockKind | undefined {
  return isForeign(path) ? undefined : kinds.find(({ pattern }) => pattern.test(nameOf(path)));
}

const python = { ecosystem: "python", manifests: ["pyproject.toml"], names: names.tomlLockNames } as const;
const javascript = { ecosystem: "javascript", manifests: ["package.json"] } as const;
const conda = ["environment.yml", "environment.yaml", "conda.yml", "conda.yaml", "pyproject.toml"] as const;

const kinds: readonly LockKind[] = [
  { ...python, pattern: /^uv\.lock$/, tool: "uv" },
  { ...python, pattern: /^poetry\.lock$/, tool: "poetry" },
  { ...python, pattern: /^pdm\.lock$/, tool: "pdm" },
  { ...python, pattern: /^Pipfile\.lock$/, tool: "pipenv", manifests: ["Pipfile"], names: names.pipfileLockNames },
  { ...python, pattern: /conda-lock\.ya?ml$/, tool: "conda", manifests: conda, names: names.condaLockNames },
  { ...python, pattern: /^conda-[\w-]+\.lock$/, tool: "conda", manifests: conda, names: names.condaLockNames },
  {
    ...python,
    pattern: /^pixi\.lock$/,
    tool: "pixi",
    manifests: ["pixi.toml", "pyproject.toml"],
    names: names.condaLockNames,
  },
  { ...javascript, pattern: /^(?:package-lock|npm-shrinkwrap)\.json$/, tool: "npm", names: names.npmLockNames },
  { ...javascript, pattern: /^yarn\.lock$/, tool: "yarn", names: names.yarnLockNames },
  { ...javascript, pattern: /^pnpm-lock\.yaml$/, tool: "pnpm", names: names.pnpmLockNames },
  { ...javascript, pattern: /^bun\.lock$/, tool: "bun", names: names.bunLockNames },
  { ...javascript, pattern: /^bun\.lockb$/, tool: "bun", names: undefined },
];

/** The manifest beside a lock. */
export function manifestOf(
  path: string,
  { manifests }: LockKind,
  known: ReadonlyMap<string, Manifest>,
): Manifest | undefined {
  const folder = parentOf(path) ?? "";
  return manifests.map((name) => known.get(joinPath(folder, name))).find((manifest) => manifest !== undefined);
}

/** What a manifest asks for and a lock does not hold. */
export function missesOf(
  { tool, ecosystem }: Pick<Lock, "tool" | "ecosystem">,
  manifest: Manifest | undefined,
  held: readonly string[] | undefined,
): readonly string[] {
  if (manifest === undefined || held === undefined) return [];
  // PyPI and conda have different names for the same package.
  if ((tool === "conda" || tool === "pixi") && manifest.path.endsWith("pyproject.toml")) return [];
  const holds = new Set(held.map((name) => normalName(name, ecosystem)));
  const own = normalName(manifest.name ?? "", ecosystem);
  const missing = manifest.asked.filter((asked) => {
    const name = normalName(asked.name, ecosystem);
    // What pip-tools compiles is for one environment, without extras; the other tools lock everything, but not what is expected of others.
    const isLeftOut = asked.isConditional && (tool === "pip-tools" || ecosystem === "javascript");
    return asked.ecosystem === ecosystem && name !== own && !asked.isLocal && !isLeftOut && !holds.has(name);
  });
  return [...new Set(missing.map(({ name }) => name))];
}

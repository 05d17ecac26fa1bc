import { nameOf } from "../../paths.js";
import { isForeign } from "../foreign.js";
import type { Manifest } from "./asked.js";
import { readEnvironment } from "./conda-environment.js";
import { readPackageJson } from "./package-json.js";
import { readPyproject } from "./pyproject.js";
import { readPipfile, readPixi } from "./python-tables.js";
import { readRequirements } from "./requirements-file.js";
import { readSetupConfig, readSetupScript } from "./setup-files.js";

type ReadManifest = (path: string, text: string) => Manifest;

/** How to read a manifest, by its path; undefined for every other file. */
export function manifestReader(path: string): ReadManifest | undefined {
  if (isForeign(path)) return undefined;
  return isRequirements(path) ? readRequirements : readers.find(({ pattern }) => pattern.test(nameOf(path)))?.read;
}

export function isRequirements(path: string): boolean {
  return /(?:^|\/)(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in)$/.test(path);
}

const readers: readonly { readonly pattern: RegExp; readonly read: ReadManifest }[] = [
  { pattern: /^pyproject\.toml$/, read: readPyproject },
  { pattern: /^Pipfile$/, read: readPipfile },
  { pattern: /^pixi\.toml$/, read: readPixi },
  { pattern: /^setup\.cfg$/, read: readSetupConfig },
  { pattern: /^setup\.py$/, read: readSetupScript },
  { pattern: /^(?:environment|conda)(?!.*lock)[\w.-]*\.ya?ml$/, read: readEnvironment },
  { pattern: /^package\.json$/, read: readPackageJson },
];

import { fileURLToPath, pathToFileURL } from "node:url";
import { nameOf, parentOf } from "../project/paths.js";

/** The absolute path, with forward slashes, of a `file:` address; undefined for what is not on this disk. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  } catch (error) {
    // An address of another host, or one that is not well formed: nothing here can read it.
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Is this `.preflight/config.yaml`, wherever it lies? */
export function isConfigFile(path: string): boolean {
  return isNamed(path, "config.yaml");
}

/** Is this `.preflight/guide.yaml`, wherever it lies? */
export function isGuideFile(path: string): boolean {
  return isNamed(path, "guide.yaml");
}

/** Is this where people sign, unless the configuration names another file? */
export function isAttestationFile(path: string): boolean {
  return isNamed(path, "attestations.yaml");
}

/** A file in which a team says how it works. */
export function isTeamFile(path: string): boolean {
  return isConfigFile(path) || isGuideFile(path) || isAttestationFile(path);
}

function isNamed(path: string, name: string): boolean {
  const folder = parentOf(path);
  return nameOf(path) === name && folder !== undefined && nameOf(folder) === ".preflight";
}

/** The paths of the open documents that are files. */
export function openPaths(documents: { keys(): string[] }): readonly string[] {
  return documents.keys().flatMap((uri) => pathOf(uri) ?? []);
}

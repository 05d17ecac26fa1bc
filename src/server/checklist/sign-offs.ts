import { realpath } from "node:fs/promises";
import { mergeAttestations } from "../../checklist/attestations/merge.js";
import { builtInGuide } from "../../guide/guide.js";
import type { FileSystem } from "../../project/file-system.js";
import { joinPath, parentOf, within } from "../../project/paths.js";
import type { Root } from "../../project/roots.js";
import type { SignItemParams, SignItemResult } from "../../protocol-checklist.js";
import type { Projects } from "../projects.js";
import { uriOf } from "../uris.js";
import { today } from "./clock.js";
import { signed } from "./sign.js";

/** The file in which people sign, of the project under a root. */
export interface SignOffFile {
  readonly path: string;
  /** From the root. */
  readonly name: string;
  readonly expiryDays: number;
}

export interface SignOffParts {
  readonly files: FileSystem;
  readonly projects: Pick<Projects, "configs">;
}

/** Undefined where the configuration names one that does not lie under the root. */
export async function signOffFile(root: Root, { projects }: SignOffParts): Promise<SignOffFile | undefined> {
  const { config } = await projects.configs.of(root.folder);
  const { file, expiryDays } = config.checklist.attest;
  const path = joinPath(root.folder, file);
  const name = within(root.folder, path);
  return name === undefined || name === "" ? undefined : { path, name, expiryDays };
}

/** The change by which a person's word comes to the others; made from the text that the editor has, when the file is open. */
export async function signItem(
  root: Root,
  { word, open }: Omit<SignItemParams, "uri">,
  parts: SignOffParts,
): Promise<SignItemResult> {
  const file = await signOffFile(root, parts);
  if (file === undefined || !(await isInside(root.folder, file.path))) {
    return { problem: "The file of sign-offs does not lie in the project, so nothing is written to it." };
  }
  const { files, projects } = parts;
  const bytes = open === undefined ? await files.read(file.path) : undefined;
  const isNew = open === undefined && (await files.stat(file.path)) === undefined;
  if (open === undefined && bytes === undefined && !isNew) return { problem: "The file of sign-offs cannot be read." };
  const { config } = await projects.configs.of(root.folder);
  const itemIds = [...builtInGuide().items, ...config.checklist.custom].map(({ id }) => id);
  const text = open?.text ?? new TextDecoder().decode(bytes);
  const result = signed(word, { text, itemIds, today: today() });
  if ("problem" in result) return result;
  return { file: uriOf(file.path), change: { ...result.change, isNew, version: open?.version ?? null } };
}

/** The text of the editor and that of the disk as one, with everything that either has. */
export async function mergedSignOffs(
  root: Root,
  text: string,
  base: string | undefined,
  parts: SignOffParts,
): Promise<string | undefined> {
  const file = await signOffFile(root, parts);
  const bytes = file === undefined ? undefined : await parts.files.read(file.path);
  return bytes === undefined ? text : mergeAttestations(text, new TextDecoder().decode(bytes), base);
}

/** A link on the way may lead out of the project, and there nothing is written. */
async function isInside(folder: string, path: string): Promise<boolean> {
  const real = await nearest(path);
  const realFolder = await nearest(folder);
  return real !== undefined && realFolder !== undefined && within(realFolder, real) !== undefined;
}

/** Where a path, or the nearest one above it that is there, really lies. */
async function nearest(path: string): Promise<string | undefined> {
  for (let at: string | undefined = path; at !== undefined; at = parentOf(at)) {
    try {
      return (await realpath(at)).replaceAll("\\", "/");
    } catch (error) {
      // It is not there; a link that leads nowhere would be made a file where it leads to.
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) return undefined;
    }
  }
  return undefined;
}

import type { FileSystem } from "../../project/file-system.js";
import { joinPath, within } from "../../project/paths.js";
import type { Root } from "../../project/roots.js";
import type { UnreadableFile } from "../evidence.js";

/** What people said, from the file that the configuration names; one that cannot be read is named. */
export async function readAttestationText(
  files: FileSystem,
  { folder }: Pick<Root, "folder">,
  name: string,
): Promise<{ readonly text: string; readonly unreadable: readonly UnreadableFile[] }> {
  const path = joinPath(folder, name);
  const stat = within(folder, path) === undefined ? undefined : await files.stat(path);
  if (stat === undefined) return { text: "", unreadable: [] };
  const bytes = stat.type === "file" && stat.size <= largestAttestations ? await files.read(path) : undefined;
  if (bytes !== undefined) return { text: new TextDecoder().decode(bytes), unreadable: [] };
  return { text: "", unreadable: [{ path: name, reason: "the attestations cannot be read" }] };
}

const largestAttestations = 2_000_000;

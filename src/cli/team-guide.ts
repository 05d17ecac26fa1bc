import type { Guide } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import { readGuideFile } from "../project/guide-file.js";
import { joinPath } from "../project/paths.js";
import { openRoots } from "../project/roots.js";
import { toName } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";

/** The guide of the project that a folder is in. Faults of the team's file are told on standard error. */
export async function teamGuide(folder: string): Promise<{ readonly guide: Guide; readonly isSound: boolean }> {
  const root = await openRoots(files).of(folder, { folder, isProject: false });
  const file = joinPath(root.folder, ".preflight/guide.yaml");
  const bytes = await files.read(file);
  if (bytes === undefined) return { guide: builtInGuide(), isSound: true };
  const { guide, problems } = readGuideFile(new TextDecoder().decode(bytes), builtInGuide());
  for (const { start, message } of problems) {
    process.stderr.write(`${toName(file)}:${start.line}:${start.column}: ${message}\n`);
  }
  return { guide, isSound: problems.length === 0 };
}

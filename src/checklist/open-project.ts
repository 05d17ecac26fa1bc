import { type ChecklistConfig, textsOf } from "../engine/checklist-config.js";
import { matchesGlobs } from "../engine/globs.js";
import type { Configs } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import type { CodeFile } from "../project/facts/code-facts.js";
import { readCode } from "../project/facts/code/read-code.js";
import { keepOnly, type TextMemory } from "../project/facts/per-text.js";
import { readFacts } from "../project/facts/read-facts.js";
import { filesOnce } from "../project/files-once.js";
import { languageOf } from "../project/languages.js";
import { joinPath, within } from "../project/paths.js";
import type { Root } from "../project/roots.js";
import type { UsedTool } from "../project/tools/tools-in-use.js";
import { type Walked, walkAll } from "../project/walk.js";
import type { ProjectWorkspace } from "../project/workspace.js";
import type { Finding } from "../rules/rule.js";
import type { FormModule } from "../syntax/form.js";
import type { UnreadableFile } from "./evidence.js";
import { detectProfile } from "./profile/detect.js";
import { traceOf } from "./profile/file-trace.js";
import { withWiring } from "./profile/by-wiring.js";
import { withTeamProfile } from "./profile/profile.js";
import type { ChecklistProject } from "./project.js";

export interface OpenOptions {
  readonly files: FileSystem;
  /** The same files as far as this look has seen them; what detectors ask for later is not kept. */
  readonly seen?: FileSystem;
  readonly configs: Configs;
  readonly root: Root;
  readonly workspace: Pick<ProjectWorkspace, "glance">;
  /** What rules found under the root, with paths that count from it. */
  readonly findings: readonly Finding[];
  readonly tools: readonly UsedTool[];
  /** What files of code do, as far as somebody has read them already, by their paths from the root. */
  readonly code?: ReadonlyMap<string, CodeFile>;
  /** Told how many files were looked at, and waited for; an exception thrown here stops it. */
  readonly onFile?: (count: number) => Promise<void> | void;
  /** The files under the root, where somebody has listed them already. */
  readonly walked?: Walked;
  /** What was made of texts before. */
  readonly memory?: TextMemory | undefined;
}

/** Looks through the files under a root, so that detectors can ask for them. */
export async function openChecklistProject(options: OpenOptions): Promise<ChecklistProject> {
  const { configs, root, workspace, findings, tools, onFile, memory } = options;
  const files = options.seen ?? filesOnce(options.files);
  const paths: string[] = [];
  const alone: CodeFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const form = (path: string): Promise<FormModule | undefined> =>
    // What cannot be parsed is not readable for a detector; the checks of the file say why.
    workspace.glance(joinPath(root.folder, path), () => true).catch(() => undefined);
  const walked = options.walked ?? (await walkAll(root.folder, { files, configs }));
  for (const { path, detail } of walked.skipped)
    unreadable.push({ path: within(root.folder, path) ?? path, reason: detail });
  for (const path of walked.paths) {
    const name = within(root.folder, path) ?? path;
    paths.push(name);
    if (languageOf(path) !== undefined) {
      const known = options.code?.get(name);
      const parsed = known === undefined ? await form(name) : undefined;
      if (known !== undefined) alone.push(known);
      else if (parsed !== undefined) alone.push(readCode(name, parsed));
      else unreadable.push({ path: name, reason: "the code cannot be read" });
    }
    await onFile?.(paths.length);
  }
  if (memory !== undefined) keepOnly(memory, paths);
  const { config } = await configs.of(root.folder);
  const byFiles = detectProfile(paths, alone.map(traceOf), unreadable);
  const training = new Set(byFiles.facts.training.places.map(({ path }) => path));
  const facts = await readFacts({
    // What people signed and the team configured is read where it belongs.
    paths: paths.filter((path) => !path.startsWith(".preflight/")),
    ...{ read: textReader(files, root), form, code: alone, files, root: root.folder, memory },
    ciFiles: ciFilesIn(paths, config.checklist).map((path) => joinPath(root.folder, path)),
    training: alone.filter(({ path, role }) => role === "source" && training.has(path)).map(({ path }) => path),
  });
  const profile = withTeamProfile(withWiring(byFiles, facts, config.checklist), config.checklist);
  return {
    ...facts,
    ...{ files: paths, form, findings, tools, profile, config: config.checklist },
    read: textReader(options.files, root),
    size: async (path) => (await statIn(options.files, root, path))?.size,
    unreadable: [...unreadable, ...facts.unreadable],
  };
}

/** Files of continuous integration that the team names because they are in an unusual place. */
function ciFilesIn(paths: readonly string[], config: ChecklistConfig): readonly string[] {
  const globs = textsOf(config, "ci.files");
  return globs.length === 0 ? [] : paths.filter((path) => matchesGlobs(globs, path));
}

/** What is said of a file of a project; undefined for what is none, or is outside of it. */
async function statIn(
  files: FileSystem,
  { folder }: Root,
  path: string,
): Promise<{ readonly size: number } | undefined> {
  const full = joinPath(folder, path);
  const stat = within(folder, full) === undefined ? undefined : await files.stat(full);
  return stat?.type === "file" ? stat : undefined;
}

function textReader(files: FileSystem, root: Root): ChecklistProject["read"] {
  return async (path) => {
    const stat = await statIn(files, root, path);
    const isText = stat !== undefined && stat.size <= largestText;
    const bytes = isText ? await files.read(joinPath(root.folder, path)) : undefined;
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
}

/** What is larger is data, whatever its name. */
const largestText = 2_000_000;

import { textsOf } from "../engine/checklist-config.js";
import { builtInGuide } from "../guide/guide.js";
import { checkFiles, type FileResult, openFileChecker } from "../project/check-files.js";
import type { Configs } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import { readGuideFile } from "../project/guide-file.js";
import { joinPath } from "../project/paths.js";
import type { CodeFile } from "../project/facts/code-facts.js";
import type { TextMemory } from "../project/facts/per-text.js";
import { filesOnce } from "../project/files-once.js";
import { checkProjectRules } from "../project/project-rules/check-project-rules.js";
import { namesIn } from "../project/root-names.js";
import type { Root } from "../project/roots.js";
import { findTargets, type Target } from "../project/targets.js";
import { openToolsInUse, type UsedTool } from "../project/tools/tools-in-use.js";
import { walkAll } from "../project/walk.js";
import type { ProjectWorkspace } from "../project/workspace.js";
import type { Finding } from "../rules/rule.js";
import { rules } from "../rules/index.js";
import { readAttestationText } from "./attestations/read-text.js";
import { detectors } from "./detectors/index.js";
import { withItemRules } from "./item-rules.js";
import { openChecklistProject } from "./open-project.js";
import type { Detector, Detectors } from "./project.js";
import type { ChecklistResult } from "./result.js";
import { runChecklist } from "./run.js";

export interface CheckProjectOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  /** What is looked at. Every path of the result counts from its folder. */
  readonly root: Root;
  /** As `2026-05-31`. */
  readonly today: string;
  /** Told how far it is, and waited for. */
  readonly onProgress?: (progress: ChecklistProgress) => Promise<void> | void;
  /** Stops the run, which then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** A rule that failed on a file; the others go on. */
  readonly onRuleError?: (rule: string, path: string, error: unknown) => void;
  /** The files of the root as someone keeps them parsed already. */
  readonly workspace?: ProjectWorkspace;
  /** What is in use, where it is known already. */
  readonly tools?: readonly UsedTool[];
  /** Held by someone who looks through the project again and again. */
  readonly memory?: TextMemory;
  /**
   * Checks files, for those who have several threads or remember what they found; names in the results count from the
   * root, and what the code of the files does is best told with them. `configs` has the rules that items ask about. Undefined where the files are to be checked as always.
   */
  readonly check?: (targets: readonly Target[], configs: Configs) => AsyncIterable<FileResult> | undefined;
}

/** How far a run is: of the files that rules check, of the files that are looked at otherwise, of the items. */
export interface ChecklistProgress {
  readonly step: "findings" | "tools" | "files" | "items";
  readonly done: number;
  /** Undefined where nobody knows before the end. */
  readonly of: number | undefined;
}

/**
 * The whole way from a folder to the answers: what the rules find, the tools in use, the files, and the detectors on top.
 * The editor and the command line both take it, so they show the same.
 */
export async function checkProject(options: CheckProjectOptions): Promise<ChecklistResult> {
  return (await lookThrough(options)).answer(options);
}

/** A project that was looked through. */
export interface LookedThrough {
  /**
   * Answers all items, with what people say by now. What files show is looked for once: asking again after somebody has
   * signed costs next to nothing.
   */
  answer(options: AnswerOptions): Promise<ChecklistResult>;
}

export type AnswerOptions = Pick<CheckProjectOptions, "today" | "onProgress" | "signal">;

/** The first part of that way: what the rules find, the tools in use, and the files. */
export async function lookThrough(options: CheckProjectOptions): Promise<LookedThrough> {
  const { root } = options;
  const files = filesOnce(options.files);
  const configs = withItemRules(options.configs);
  const tell = teller(options);

  const names = namesIn(root);
  const onRuleError = options.onRuleError ?? (() => undefined);
  const checkOptions = { files, configs, rules, names, onRuleError, code: true };
  const checker = openFileChecker(checkOptions);
  const { targets } = await findTargets([root.folder], (path) => path, { files, configs });
  await tell("findings", 0, targets.length);
  const results = options.check?.(targets, configs) ?? checkFiles(targets, checkOptions, checker);
  const justified = new Set(textsOf((await configs.of(root.folder)).config.checklist, "diagnostics.justified"));
  const findings: Finding[] = [];
  const code = new Map<string, CodeFile>();
  let checked = 0;
  for await (const result of results) {
    if ("findings" in result) {
      for (const finding of result.findings) findings.push(finding);
      for (const finding of result.unexplained ?? []) if (!justified.has(finding.rule)) findings.push(asOpen(finding));
      if (result.code !== undefined) code.set(result.path, result.code);
    }
    await tell("findings", ++checked, targets.length);
  }

  const walked = await walkAll(root.folder, { files, configs });
  const { memory } = options;
  for (const own of await checkProjectRules({ files, configs, root, names, onRuleError, walked, memory }))
    findings.push(...own.findings);

  const workspace = options.workspace ?? checker.workspaceOf(root);
  const inUse = openToolsInUse({ files, configs, root, workspace, tools: await toolsOf(files, root) });
  if (options.tools === undefined) await inUse.read((count) => tell("tools", count));
  const tools = options.tools ?? inUse.all();
  const project = await openChecklistProject({
    ...{ files: options.files, seen: files, configs, root, workspace, findings, tools, code },
    ...{ walked, memory },
    onFile: (count) => tell("files", count),
  });
  const remembering = withMemory(detectors);
  return {
    answer: async (asked) => {
      const tellItem = teller(asked);
      const attestations = await readAttestationText(options.files, root, project.config.attest.file);
      const result = await runChecklist(project, {
        ...{ items: builtInGuide().items, detectors: remembering, today: asked.today },
        attestations: attestations.text,
        onItem: (done, of) => tellItem("items", done, of),
      });
      return { ...result, unreadable: [...result.unreadable, ...attestations.unreadable] };
    },
  };
}

/** A finding that somebody suppressed and did not say why: it is still open to those who ask for evidence. */
function asOpen(finding: Finding): Finding {
  return { ...finding, message: `${finding.message} The comment that suppresses it gives no reason.` };
}

function teller({ onProgress, signal }: Pick<CheckProjectOptions, "onProgress" | "signal">) {
  return async (step: ChecklistProgress["step"], done: number, of?: number): Promise<void> => {
    signal?.throwIfAborted();
    await onProgress?.({ step, done, of });
    signal?.throwIfAborted();
  };
}

/** Detectors that look once, for one project. */
function withMemory(all: Detectors): Detectors {
  return new Map(
    [...all].map(([id, detector]) => {
      let found: ReturnType<Detector> | undefined;
      return [id, (project) => (found ??= detector(project))] as const;
    }),
  );
}

/** The tools of the guide, with what the team's own guide makes of them; its faults are told where it is read. */
async function toolsOf(files: FileSystem, { folder }: Root) {
  const bytes = await files.read(joinPath(folder, ".preflight/guide.yaml"));
  const guide = builtInGuide();
  return (bytes === undefined ? guide : readGuideFile(new TextDecoder().decode(bytes), guide).guide).tools;
}

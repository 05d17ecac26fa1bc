import { setImmediate } from "node:timers/promises";
import {
  type AnswerOptions,
  checkProject,
  type CheckProjectOptions,
  type ChecklistProgress,
  type LookedThrough,
  lookThrough,
} from "../../checklist/check-project.js";
import { checkFiles } from "../../project/check-files.js";
import type { TextMemory } from "../../project/facts/per-text.js";
import { openConfigs } from "../../project/configs.js";
import { openOldFiles, type OldFilesFrom } from "../../project/old-files.js";
import { joinPath } from "../../project/paths.js";
import { allMetas } from "../../project/project-rules/all-rules.js";
import { namesIn } from "../../project/root-names.js";
import type { Root } from "../../project/roots.js";
import type { UsedTool } from "../../project/tools/tools-in-use.js";
import { rules } from "../../rules/index.js";
import { startGit } from "../start-git.js";
import type { FindingMemory } from "./finding-memory.js";
import type { ChecklistEnd, ChecklistNews, ChecklistRequest } from "./messages.js";
import type { ScanFiles } from "./scan-files.js";

/** Runs of the checklist, in the thread that reads folders. */
export interface ChecklistRuns {
  /** Can be stopped from the moment that it is called. */
  run(request: ChecklistRequest, source: Promise<ChecklistSource>): Promise<void>;
  stop(id: number): void;
  /** What was looked through of a folder is not needed any more. */
  forget(folder: string): void;
}

/** What is known of a folder before a run. */
export interface ChecklistSource {
  readonly project: ScanFiles;
  readonly tools: readonly UsedTool[] | undefined;
  readonly memory: (root: Root) => FindingMemory;
  readonly texts: TextMemory;
}

/** In milliseconds: so long nothing else is done in the thread, and so seldom progress is told. */
const slice = 20;
const tellEvery = 100;

export function openChecklistRuns(post: (news: ChecklistNews) => void): ChecklistRuns {
  const going = new Map<number, AbortController>();
  const looked = new Map<string, LookedThrough>();

  const answer = async (
    { folder, today, onlySignOffs, commit }: ChecklistRequest,
    source: Promise<ChecklistSource>,
    asked: Pick<CheckProjectOptions, "onProgress" | "signal">,
  ): Promise<ChecklistEnd> => {
    const known = onlySignOffs ? looked.get(folder) : undefined;
    if (known !== undefined) return { state: "done", result: await known.answer({ today, ...asked }) };
    const { project, tools, memory, texts } = await source;
    const { files, configs } = project;
    const { root, workspace } = await project.projectOf(joinPath(folder, "any"));
    if (commit !== undefined) return answerOld(commit, { root, disk: files, startGit }, { today, ...asked });
    const through = await lookThrough({
      ...{ files, configs, root, today, workspace, memory: texts },
      ...(tools === undefined ? {} : { tools }),
      ...asked,
      check: (targets, itemConfigs) => {
        const names = namesIn(root);
        return memory(root).check(targets, names, (missing) =>
          checkFiles(missing, {
            ...{ files, configs: itemConfigs, rules, names, onRuleError: ignore, code: true },
            known: ({ folder: other }) => (other === root.folder ? workspace : undefined),
          }),
        );
      },
    });
    const result = await through.answer({ today, ...asked });
    looked.set(folder, through);
    return { state: "done", result };
  };

  return {
    run: async (request, source) => {
      const stop = new AbortController();
      going.set(request.id, stop);
      const onProgress = paced((progress) => post({ checklist: request.id, progress }));
      let end: ChecklistEnd;
      try {
        end = await answer(request, source, { onProgress, signal: stop.signal });
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        end = stop.signal.aborted ? { state: "cancelled" } : { state: "failed", reason };
      }
      going.delete(request.id);
      post({ checklist: request.id, end });
    },
    stop: (id) => going.get(id)?.abort(),
    forget: (folder) => void looked.delete(folder),
  };
}

/** Answers for the files as a commit has them, with the configuration and the sign-offs of then. */
async function answerOld(
  commit: string,
  { root, ...from }: OldFilesFrom & { readonly root: Root },
  asked: AnswerOptions,
): Promise<ChecklistEnd> {
  const old = await openOldFiles(root.folder, commit, from);
  try {
    const configs = openConfigs(old.files, allMetas);
    return { state: "done", result: await checkProject({ files: old.files, configs, root, ...asked }) };
  } finally {
    old.close();
  }
}

/** A rule that fails on a file is told of by the checks of all files. */
function ignore(): void {
  return undefined;
}

/** Tells now and then, and lets what has arrived for the thread have its turn. */
function paced(tell: (progress: ChecklistProgress) => void): (progress: ChecklistProgress) => Promise<void> | void {
  let told = -Infinity;
  let rested = performance.now();
  return (progress) => {
    const now = performance.now();
    if (now - told >= tellEvery) {
      told = now;
      tell(progress);
    }
    if (now - rested < slice) return;
    return setImmediate().then(() => {
      rested = performance.now();
    });
  };
}

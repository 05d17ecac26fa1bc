import { type FileResult, inOrder, languagesOf, type NamedTarget, pathsByRoot } from "../project/check-files.js";
import { readTorchVersion } from "../project/dependencies.js";
import { filesForFacts } from "../project/files-for-facts.js";
import { openProjectFacts } from "../project/project-facts.js";
import type { Root } from "../project/roots.js";
import type { Target } from "../project/targets.js";
import type { WorkspaceFacts } from "../semantics/workspace.js";
import { chosenConfigs } from "./choices.js";
import { type Crew, openCrew } from "./crew.js";
import { namesFrom } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";
import { openWork, type WorkerAnswer, type WorkerRequest, type WorkerSettings } from "./worker.js";

export interface CheckInWorkersOptions {
  readonly script: string;
  readonly count: number;
  readonly settings: WorkerSettings;
  readonly onRuleError: (rule: string, path: string, error: unknown) => void;
  readonly onDeath: (reason: string) => void;
}

/**
 * What `checkFiles` gives, in the same order, by several threads:
 * workers read the files for their facts, this thread puts the facts together, and with them the workers check.
 */
export async function* checkInWorkers(
  targets: readonly Target[],
  options: CheckInWorkersOptions,
): AsyncGenerator<FileResult> {
  const { settings, onRuleError } = options;
  const named = inOrder(targets, { names: namesFrom(settings.base) });
  const work = openWork(settings);
  const crew = openCrew({
    ...options,
    instead: async (request) => {
      const answer = await work.answer(request);
      if (answer === undefined) throw new Error("The request has no answer.");
      return answer;
    },
  });
  try {
    const learn: WorkerRequest = { kind: "learn", facts: await factsOfRoots(named, settings, crew) };
    crew.tellAll(learn);
    await work.answer(learn);
    const jobs = inChunks(named, filesAtOnce).map((chunk): WorkerRequest => ({ kind: "check", targets: chunk }));
    for (const answer of crew.share(jobs)) {
      for (const { result, ruleErrors } of checkedIn(await answer)) {
        for (const { rule, path, error } of ruleErrors) onRuleError(rule, path, error);
        yield result;
      }
    }
  } finally {
    await crew.end();
  }
}

/** Few enough that no worker is left alone at the end with many, and enough that telling costs little. */
const filesAtOnce = 16;

async function factsOfRoots(
  targets: readonly NamedTarget[],
  { choices }: WorkerSettings,
  crew: Crew,
): Promise<ReadonlyMap<string, WorkspaceFacts>> {
  const configs = chosenConfigs(choices);
  const found = new Map<string, WorkspaceFacts>();
  const pathsOf = pathsByRoot(targets);
  for (const [folder, root] of rootsOf(targets)) {
    const others = pathsOf.get(folder) ?? [];
    const project = openProjectFacts();
    project.setTorch(await readTorchVersion(files, folder));
    for (const language of languagesOf(others)) {
      const paths: string[] = [];
      for await (const path of filesForFacts(root, language, others, { files, configs })) paths.push(path);
      const jobs = inChunks(paths, filesAtOnce).map((chunk): WorkerRequest => ({ kind: "facts", root, paths: chunk }));
      for (const answer of crew.share(jobs)) {
        for (const [name, stated] of statedIn(await answer)) project.set(name, stated);
      }
    }
    found.set(folder, project.facts);
  }
  return found;
}

function rootsOf(targets: readonly Target[]): ReadonlyMap<string, Root> {
  return new Map(targets.map(({ root }) => [root.folder, root]));
}

function statedIn(answer: WorkerAnswer) {
  return answer.kind === "facts" ? answer.stated : [];
}

function checkedIn(answer: WorkerAnswer) {
  return answer.kind === "check" ? answer.checked : [];
}

function inChunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

import { parentPort } from "node:worker_threads";
import { type FileResult, type NamedTarget, openFileChecker } from "../project/check-files.js";
import type { Root } from "../project/roots.js";
import { rules } from "../rules/index.js";
import { type FileFacts, noFacts } from "../semantics/facts.js";
import type { WorkspaceFacts } from "../semantics/workspace.js";
import { chosenConfigs, type ConfigChoices } from "./choices.js";
import { namesFrom } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";

export interface WorkerSettings {
  readonly choices: ConfigChoices;
  /** Ids of the rules to run; empty for all. */
  readonly only: readonly string[];
  readonly maxKept: number;
  /** The folder that names count from; the working directory when left out. */
  readonly base?: string;
  /** As `CheckOptions.code`. */
  readonly code?: boolean;
}

/** What a worker is told first. */
export interface WorkerStart {
  readonly kind: "start";
  readonly settings: WorkerSettings;
}

/** What a worker is asked then, in order: to read files for their facts, to take the facts of all, to check files. */
export type WorkerRequest =
  | { readonly kind: "facts"; readonly root: Root; readonly paths: readonly string[] }
  | { readonly kind: "learn"; readonly facts: ReadonlyMap<string, WorkspaceFacts> }
  | { readonly kind: "check"; readonly targets: readonly NamedTarget[] };

/** Each request has one answer of its kind; "learn" has none. */
export type WorkerAnswer =
  | { readonly kind: "facts"; readonly stated: readonly (readonly [name: string, facts: FileFacts])[] }
  | { readonly kind: "check"; readonly checked: readonly CheckedFile[] };

export interface CheckedFile {
  readonly result: FileResult;
  readonly ruleErrors: readonly { readonly rule: string; readonly path: string; readonly error: string }[];
}

/** Does what is asked of it until it is ended. */
export function startWorker(): void {
  let work: Work | undefined;
  parentPort?.on("message", (request: WorkerStart | WorkerRequest) => {
    if (request.kind === "start") work = openWork(request.settings);
    else void work?.answer(request).then((given) => given !== undefined && parentPort?.postMessage(given));
  });
}

export interface Work {
  /** Undefined for a request that only tells something. */
  answer(request: WorkerRequest): Promise<WorkerAnswer | undefined>;
}

/** The same work for whoever has no worker for it. */
export function openWork({ choices, only, maxKept, base, code = false }: WorkerSettings): Work {
  const names = namesFrom(base);
  let ruleErrors: { rule: string; path: string; error: string }[] = [];
  const checker = openFileChecker({
    files,
    configs: chosenConfigs(choices),
    rules,
    ...(only.length > 0 ? { only: rules.filter(({ meta }) => only.includes(meta.id)) } : {}),
    ...{ names, maxKept, code },
    onRuleError: (rule, path, error) =>
      ruleErrors.push({ rule, path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  });

  const check = async (target: NamedTarget): Promise<CheckedFile> => {
    ruleErrors = [];
    const result = await checker.check(target);
    // A text is only needed to show what is wrong in it.
    const isQuiet = "findings" in result && result.findings.length === 0;
    return { result: isQuiet ? { ...result, text: "" } : result, ruleErrors };
  };

  return {
    answer: async (request) => {
      if (request.kind === "learn") {
        for (const [folder, facts] of request.facts) checker.useFacts(folder, facts);
        return undefined;
      }
      if (request.kind === "facts") {
        const workspace = checker.workspaceOf(request.root);
        const stated: (readonly [string, FileFacts])[] = [];
        for (const path of request.paths) {
          // What is strange about a file is told when it is checked.
          const facts = await workspace.factsOf(path).catch(() => noFacts);
          if (facts.evaluatesBaseline || facts.seeds.length > 0) stated.push([names.toName(path), facts]);
        }
        return { kind: "facts", stated };
      }
      const checked: CheckedFile[] = [];
      for (const target of request.targets) checked.push(await check(target));
      return { kind: "check", checked };
    },
  };
}

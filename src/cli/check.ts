import { didYouMean } from "../engine/did-you-mean.js";
import { checkFiles } from "../project/check-files.js";
import type { Configs } from "../project/configs.js";
import { parentOf } from "../project/paths.js";
import { findTargets } from "../project/targets.js";
import { allRules } from "../project/project-rules/all-rules.js";
import { projectRules } from "../project/project-rules/index.js";
import type { AnyRule, Finding, Preset, Severity } from "../rules/rule.js";
import { rules } from "../rules/index.js";
import { jsonReport } from "../report/json.js";
import { textFindings, textSummary, type Source } from "../report/text.js";
import type { SkippedFile } from "../project/skipped.js";
import { checkInWorkers } from "./check-in-workers.js";
import { chosenConfigs } from "./choices.js";
import type { ExitCode } from "./main.js";
import { toName, toPath } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";
import { outputColors, print } from "./output.js";
import { startProgress } from "./progress.js";
import { projectFindings, withProjectFindings } from "./project-findings.js";
import { describe, say, sayConfigProblems } from "./say.js";
import { keptByEach, workersFor } from "./worker-count.js";

export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly preset?: Preset;
  readonly config: boolean;
  readonly rule: readonly string[];
  /** How many threads check; as many as are worth it when left out. */
  readonly workers?: number;
  /** The module that worker threads run. */
  readonly workerScript: string;
}

/** Runs `check`: findings to standard output; progress and what is wrong with the run itself to standard error. */
export async function check(args: CheckArguments): Promise<ExitCode> {
  const only = chosenRules(args.rule);
  if (only === undefined) return 2;
  const chosen = { config: args.config, ...(args.preset === undefined ? {} : { preset: args.preset }) };
  const configs = chosenConfigs(chosen);
  const found = await findTargets(args.paths, toPath, { files, configs });
  const { targets, skipped: skippedFolders, missing, unsupported } = found;
  for (const path of missing)
    say(`ml-preflight: ${path}: there is no such file or folder, and no glob that matches one.`);
  if (missing.length > 0) return 2;
  for (const path of unsupported.filter((name) => !projectRules.some(({ mayStandIn }) => mayStandIn(name))))
    say(`ml-preflight: ${path}: not checked, it is no Python, TypeScript or JavaScript file.`);

  const report = args.format === "json" ? jsonOutput() : textOutput(configs);
  const lineOf = (done: number): string =>
    done === 0 ? "Reading the project…" : `Checking files… ${done} of ${targets.length}`;
  const progress = startProgress(lineOf, process.stderr);
  const stop = (): void => {
    progress.end();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  const skipped: SkippedFile[] = skippedFolders.map((entry) => ({ ...entry, path: toName(entry.path) }));
  const failed = new Set<string>();
  let checked = 0;
  let count = 0;
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    if (failed.has(rule)) return;
    failed.add(rule);
    progress.clear();
    say(`ml-preflight: the rule ${rule} failed on ${path}, the others go on: ${describe(error)}`);
  };
  const ofProjects = projectFindings(found, { configs, onRuleError, only });
  const workers = workersFor(targets, args.workers);
  const fileRules = rules.filter((rule) => only.includes(rule));
  const results =
    workers < 2
      ? checkFiles(targets, {
          ...{ files, configs, rules, names: { toName, toPath }, maxKept: keptByEach, onRuleError },
          ...(only.length > 0 ? { only: fileRules } : {}),
        })
      : checkInWorkers(targets, {
          script: args.workerScript,
          count: workers,
          settings: { choices: chosen, only: args.rule, maxKept: keptByEach },
          onRuleError,
          onDeath: (reason) => {
            progress.clear();
            say(`ml-preflight: a worker thread ended (${reason}); its files are checked without it.`);
          },
        });
  for await (const result of withProjectFindings(results, ofProjects)) {
    if ("skipped" in result) {
      await progress.step();
      skipped.push(result.skipped);
      continue;
    }
    if (!result.isExtra) {
      await progress.step();
      checked++;
    }
    count += result.findings.length;
    if (result.findings.length > 0) {
      progress.clear();
      await report.file(result.path, result, result.findings);
    }
  }
  progress.end();
  process.off("SIGINT", stop);
  await report.end(checked, skipped.sort(byPath));
  return sayConfigProblems(configs) ? 2 : count > 0 ? 1 : 0;
}

interface Output {
  file(path: string, source: Source, findings: readonly Finding[]): Promise<void>;
  end(checked: number, skipped: readonly SkippedFile[]): Promise<void>;
}

function jsonOutput(): Output {
  const all: Finding[] = [];
  return {
    file: (_path, _text, findings) => {
      for (const finding of findings) all.push(finding);
      return Promise.resolve();
    },
    end: (checked, skipped) => print(jsonReport({ findings: all, checked, skipped })),
  };
}

function textOutput(configs: Configs): Output {
  const options = { colors: outputColors(process.env, process.stdout.isTTY), rules: allRules };
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  let filesWithFindings = 0;
  return {
    file: async (path, text, findings) => {
      filesWithFindings++;
      for (const { severity } of findings) counts[severity]++;
      const { config } = await configs.of(parentOf(toPath(path)) ?? "/");
      await print(textFindings(path, text, findings, { ...options, docsUrl: config.docsUrl }));
    },
    end: (checked, skipped) => print(textSummary({ findings: counts, filesWithFindings, checked }, skipped, options)),
  };
}

/** The rules that `--rule` names, none for all; undefined when one of them does not exist. */
function chosenRules(ids: readonly string[]): readonly AnyRule[] | undefined {
  const known = allRules.map(({ meta }) => meta.id);
  const unknown = ids.filter((id) => !known.includes(id));
  for (const id of unknown) say(`ml-preflight: there is no rule \`${id}\`${didYouMean(id, known) || "."}`);
  return unknown.length > 0 ? undefined : allRules.filter(({ meta }) => ids.includes(meta.id));
}

function byPath(a: SkippedFile, b: SkippedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

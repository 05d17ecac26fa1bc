import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type CheckProjectOptions, checkProject } from "../checklist/check-project.js";
import { type ComparedRun, compareRuns } from "../checklist/compare.js";
import { readEarlierRun } from "../checklist/earlier-run.js";
import type { ChecklistResult } from "../checklist/result.js";
import { runRecord } from "../checklist/trend.js";
import { openOldFiles } from "../project/old-files.js";
import { openRoots, type Root } from "../project/roots.js";
import type { ChecklistReport } from "../report/checklist/checklist-report.js";
import { checklistHtml } from "../report/checklist/html.js";
import { checklistJson } from "../report/checklist/json.js";
import { checklistMarkdown } from "../report/checklist/markdown.js";
import { checklistText } from "../report/checklist/text.js";
import { checkForChecklist } from "./checklist-workers.js";
import { startChecklistProgress } from "./checklist-progress.js";
import { reasonsToFail } from "./checklist-verdict.js";
import { chosenConfigs } from "./choices.js";
import type { ExitCode } from "./main.js";
import { toName, toPath } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";
import { outputColors, print } from "./output.js";
import { describe, say, sayConfigProblems } from "./say.js";
import { startGit } from "./start-git.js";

export interface ChecklistArguments {
  readonly folder: string;
  readonly format: "text" | "json" | "markdown" | "html";
  readonly out?: string;
  /** From 0 to 1, for the overall readiness. */
  readonly minScore?: number;
  readonly baseline?: string;
  readonly since?: string;
  readonly config: boolean;
  /** The module that worker threads run. */
  readonly workerScript: string;
}

/** Runs the readiness checklist over the project that a folder is in. */
export async function checklist(args: ChecklistArguments): Promise<ExitCode> {
  const folder = toPath(args.folder);
  if ((await files.stat(folder))?.type !== "directory") return fail(`${args.folder}: there is no such folder.`);
  const root = await openRoots(files).of(folder, { folder, isProject: true });
  const date = new Date().toISOString().slice(0, 10);
  const configs = chosenConfigs(args);

  const earlier = await openEarlier(args, root, date);
  if ("problem" in earlier) return fail(earlier.problem);
  const result = await run({ files, configs, root, today: date }, "Reading the project", args);
  const before = await earlier.run();
  if ("problem" in before) return fail(before.problem);

  const report: ChecklistReport = {
    ...{ project: basename(root.folder), date, result, docsUrl: (await configs.of(root.folder)).config.docsUrl },
    changes:
      before.run === undefined
        ? undefined
        : { since: earlier.name, comparison: compareRuns(before.run, runRecord(result, date, undefined)) },
  };
  const problem = await give(render(report, args), args.out);
  if (problem !== undefined) return fail(problem);
  const reasons = reasonsToFail(report, args.minScore);
  for (const reason of reasons) say(`ml-preflight: ${reason}`);
  return sayConfigProblems(configs) ? 2 : reasons.length > 0 ? 1 : 0;
}

interface Earlier {
  readonly name: string;
  /** The earlier run; none where nothing is to be compared. */
  run(): Promise<{ readonly run: ComparedRun | undefined } | Problem>;
}

interface Problem {
  readonly problem: string;
}

/** What to compare with. What is wrong with it is found before the long work begins. */
async function openEarlier(args: ChecklistArguments, root: Root, today: string): Promise<Earlier | Problem> {
  const { baseline, since } = args;
  if (baseline !== undefined) {
    const bytes = await files.read(toPath(baseline));
    if (bytes === undefined) return { problem: `${baseline}: this file cannot be read.` };
    const known = readEarlierRun(new TextDecoder().decode(bytes));
    if (known === undefined) {
      return { problem: `${baseline}: this is no run of the checklist, as \`--format json\` writes it.` };
    }
    return { name: baseline, run: () => Promise.resolve({ run: known }) };
  }
  if (since === undefined) return { name: "", run: () => Promise.resolve({ run: undefined }) };
  try {
    const old = await openOldFiles(root.folder, since, { disk: files, startGit });
    const again = async (): Promise<{ readonly run: ComparedRun | undefined } | Problem> => {
      try {
        const options = { files: old.files, configs: chosenConfigs(args, old.files), root, today };
        return { run: runRecord(await run(options, `Reading ${since}`, args), today, undefined) };
      } catch (error) {
        return { problem: `--since ${since}: ${messageOf(error)}` };
      } finally {
        old.close();
      }
    };
    return { name: since, run: again };
  } catch (error) {
    return { problem: `--since ${since}: ${messageOf(error)}` };
  }
}

/** A run that says how far it is. */
async function run(
  options: CheckProjectOptions,
  title: string,
  { config, workerScript: script }: ChecklistArguments,
): Promise<ChecklistResult> {
  const progress = startChecklistProgress(title, process.stderr);
  const stop = (): void => {
    progress.end();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  const failed = new Set<string>();
  const tell = (message: string): void => {
    progress.clear();
    say(`ml-preflight: ${message}`);
  };
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    if (failed.has(rule)) return;
    failed.add(rule);
    tell(`the rule ${rule} failed on ${path}, the others go on: ${describe(error)}`);
  };
  const onDeath = (reason: string): void =>
    tell(`a worker thread ended (${reason}); its files are checked without it.`);
  // Threads read the disk, so an older state of the files is checked by this one.
  const check =
    options.files === files ? checkForChecklist(options.root, config, { script, onRuleError, onDeath }) : undefined;
  try {
    return await checkProject({
      ...options,
      ...(check === undefined ? {} : { check }),
      onProgress: (next) => progress.tell(next),
      onRuleError,
    });
  } finally {
    progress.end();
    process.off("SIGINT", stop);
  }
}

function render(report: ChecklistReport, { format, out }: ChecklistArguments): string {
  switch (format) {
    case "text": {
      const isTerminal = out === undefined && process.stdout.isTTY;
      const columns = Math.min(isTerminal ? process.stdout.columns : widest, widest);
      return checklistText(report, { colors: outputColors(process.env, isTerminal), columns });
    }
    case "json":
      return checklistJson(report);
    case "markdown":
      return checklistMarkdown(report);
    case "html":
      return checklistHtml(report);
  }
}

/** Longer lines are hard to read. */
const widest = 110;

/** Prints the report or writes it to a file; gives what kept it from doing so. */
async function give(text: string, out: string | undefined): Promise<string | undefined> {
  if (out === undefined) {
    await print(text);
    return undefined;
  }
  try {
    await writeFile(toPath(out), text);
    await print(`Written to ${toName(toPath(out))}.\n`);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function fail(message: string): ExitCode {
  say(`ml-preflight: ${message}`);
  return 2;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

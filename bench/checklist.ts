import { fork, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkProject, type ChecklistProgress } from "../src/checklist/check-project.js";
import { checkForChecklist } from "../src/cli/checklist-workers.js";
import { nodeFileSystem as files } from "../src/cli/node-file-system.js";
import { openConfigs } from "../src/project/configs.js";
import { allMetas } from "../src/project/project-rules/all-rules.js";
import { runChecklistRequest } from "../src/protocol-checklist.js";
import { makeChecklistWorkspace } from "./checklist-files.js";
import { decimal, printTable } from "./measure.js";
import { memoryOf, openTalk, processorOf, processorOfChildren } from "./server-talk.js";

/** The readiness checklist on a workspace of 10,000 files: on the command line, and in the server before and after a file changes. */
export async function printChecklist(dist: string): Promise<void> {
  const { folder, files: count, megabytes } = makeChecklistWorkspace();
  const command = createRequire(__filename).resolve(join(dist, "cli.js"));
  try {
    const rows = [
      ...runCommand(command, folder),
      ...(await runSteps(command, folder)),
      ...(await runServer(join(dist, "server.js"), folder)),
    ];
    const title = `The checklist on a workspace of ${decimal(count, 0)} files with ${decimal(megabytes)} MB of text`;
    const cold = rows[0]?.processor ?? 0;
    printTable(
      title,
      ["", "ms", "CPU ms", "CPU ms per MB of text", "of cold", "MB of memory"],
      rows.map(({ name, milliseconds, processor, memory }) => [
        ...[name, decimal(milliseconds, 0), decimal(processor, 0), decimal(processor / megabytes, 0)],
        ...[`${decimal((100 * processor) / cold, 0)} %`, memory === undefined ? "" : decimal(memory, 0)],
      ]),
    );
  } catch (error) {
    console.log(`\nThe checklist could not be measured: ${String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  readonly name: string;
  readonly milliseconds: number;
  /** The time of all processors, in milliseconds. */
  readonly processor: number;
  readonly memory?: number;
}

/** A run as somebody types it. */
function runCommand(command: string, folder: string): readonly Row[] {
  const [begin, before] = [performance.now(), processorOfChildren()];
  const { status, stderr } = spawnSync(process.execPath, [command, "checklist", folder, "--format", "json"], {
    maxBuffer: 1e9,
    encoding: "utf8",
  });
  if (status === 2) throw new Error(stderr);
  const milliseconds = performance.now() - begin;
  return [{ name: "command line, cold", milliseconds, processor: (processorOfChildren() - before) * 1e3 }];
}

/** The same in this process, for what each step takes; the processor's time holds that of the threads. */
async function runSteps(script: string, folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const begun = { step: "", at: performance.now(), cpu: process.cpuUsage() };
  const end = (step: string): void => {
    const { user, system } = process.cpuUsage(begun.cpu);
    const milliseconds = performance.now() - begun.at;
    if (begun.step !== "") rows.push({ name: `  ${begun.step}`, milliseconds, processor: (user + system) / 1e3 });
    Object.assign(begun, { step, at: performance.now(), cpu: process.cpuUsage() });
  };
  const onProgress = ({ step }: ChecklistProgress): void => {
    if (step !== begun.step) end(step);
  };
  const root = { folder, isProject: true };
  await checkProject({
    ...{ files, root, today: "2026-06-01", configs: openConfigs(files, allMetas), onProgress },
    check: checkForChecklist(root, true, { script, onRuleError: ignore, onDeath: ignore }),
  });
  end("");
  return rows;
}

/** The first run, one where nothing changed, and one after a file of code was changed. */
async function runServer(server: string, folder: string): Promise<readonly Row[]> {
  const child = fork(createRequire(__filename).resolve(server), ["--node-ipc"], { stdio: "ignore" });
  try {
    const talk = openTalk(child);
    const uri = pathToFileURL(folder).href;
    const capabilities = { workspace: { workspaceFolders: true } };
    const workspaceFolders = [{ uri, name: "big" }];
    await talk.ask("initialize", { processId: process.pid, rootUri: null, workspaceFolders, capabilities });
    talk.send({ method: "initialized", params: {} });
    const isChecked = talk.until(({ params }) => params?.check?.state === "done");
    await talk.ask("mlPreflight/lifecycle", {});
    await isChecked;
    const rows: Row[] = [];
    const run = async (name: string): Promise<void> => {
      const [begin, before] = [performance.now(), processorOf(child)];
      await talk.ask(runChecklistRequest, { uri, isTrusted: false, history: [] });
      const [milliseconds, processor] = [performance.now() - begin, (processorOf(child) - before) * 1e3];
      rows.push({ name, milliseconds, processor, memory: memoryOf(child) });
    };
    await run("server, first run after the view's");
    await run("server, again");
    for (const [path, more] of edits) {
      const file = join(folder, path);
      writeFileSync(file, `${readFileSync(file, "utf8")}${more}`);
      const changes = [{ uri: pathToFileURL(file).href, type: 2 }];
      talk.send({ method: "workspace/didChangeWatchedFiles", params: { changes } });
      await run(`server, after a change of ${path}`);
    }
    return rows;
  } finally {
    child.kill();
  }
}

/** What is added to a script, to a module that scripts import, and to a file of settings. */
const edits: readonly (readonly [path: string, more: string])[] = [
  ["projects/p7/train_37.py", "\n\ndef again(loader):\n    train(Net(), loader, epochs=30)\n"],
  ["lib/part3/module_3.py", "\n\ndef clean(rows):\n    return [row for row in rows if row is not None]\n"],
  ["conf/group3/variant_3.yaml", "batch_size: 64\n"],
];

/** What goes wrong with a rule or a thread shows in the other runs. */
function ignore(): void {
  return undefined;
}

import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { makeBigWorkspace } from "./big-workspace-files.js";
import { decimal, percentile, printTable } from "./measure.js";
import { memoryOf, type Message, openTalk, processorOf } from "./server-talk.js";

/** In milliseconds: how often the server is asked something that costs it nothing. */
const beat = 10;
/** What a person begins to notice. */
const stall = 50;

/** What opening the lifecycle view asks of the server, in a workspace of 50,000 files: that it answers at once, and goes on answering. */
export async function printBigWorkspace(server: string): Promise<void> {
  const { folder, files } = makeBigWorkspace();
  try {
    const { answered, tools, findings, checked, waits, memory, processor } = await openView(server, folder);
    const long = waits.filter((wait) => wait > stall);
    printTable(
      `The lifecycle view on a workspace of ${decimal(files, 0)} files, the server's part`,
      ["", "ms"],
      [
        ["stages, with the guide", decimal(answered, 0)],
        ["tools in use are complete", decimal(tools, 0)],
        [`findings are complete, of ${decimal(checked, 0)} source files`, decimal(findings, 0)],
        ["wait for any other answer meanwhile, p50", decimal(percentile(waits, 0.5))],
        ["p99", decimal(percentile(waits, 0.99))],
        ["longest", decimal(Math.max(...waits))],
        [`waits over ${stall} ms, of ${decimal(waits.length, 0)}`, decimal(long.length, 0)],
        ["memory at the end, MB", decimal(memory, 0)],
        ["time of the processor, s", decimal(processor)],
      ],
    );
  } catch (error) {
    console.log(`\nThe view of a big workspace could not be measured: ${String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Figures {
  readonly answered: number;
  readonly tools: number;
  readonly findings: number;
  readonly checked: number;
  readonly waits: readonly number[];
  readonly memory: number;
  readonly processor: number;
}

async function openView(server: string, folder: string): Promise<Figures> {
  const child = fork(createRequire(__filename).resolve(server), ["--node-ipc"], { stdio: "ignore" });
  try {
    const talk = openTalk(child);
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "big" }];
    const capabilities = { workspace: { workspaceFolders: true } };
    await talk.ask("initialize", { processId: process.pid, rootUri: null, workspaceFolders, capabilities });
    talk.send({ method: "initialized", params: {} });
    const begin = performance.now();
    const elapsed = (): number => performance.now() - begin;
    const tools = talk.until((message) => message.params?.scan?.state === "done").then(elapsed);
    const isChecked = ({ params }: Message): boolean => params?.check?.state === "done";
    const findings = talk.until(isChecked).then((message) => ({ at: elapsed(), message }));
    await talk.ask("mlPreflight/lifecycle", {});
    const answered = elapsed();
    const waits: number[] = [];
    // The answer to a request that nobody knows comes as soon as the server has a moment.
    const timer = setInterval(() => {
      const asked = performance.now();
      void talk.ask("mlPreflight/nothing", {}).then(() => waits.push(performance.now() - asked));
    }, beat);
    const [toolsAt, { at, message }] = await Promise.all([tools, findings]);
    clearInterval(timer);
    return {
      answered,
      tools: toolsAt,
      findings: at,
      checked: message.params?.check?.files ?? 0,
      waits,
      memory: memoryOf(child),
      processor: processorOf(child),
    };
  } finally {
    child.kill();
  }
}

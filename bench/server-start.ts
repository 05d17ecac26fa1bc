import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { longFile } from "./latency.js";
import { decimal, percentile, printTable } from "./measure.js";

interface Message {
  readonly id?: number;
  readonly method?: string;
}

const rounds = 5;

/** How long the built server takes from its process's start to an answer, and to the findings of a first file. */
export async function printServerStart(server: string): Promise<void> {
  const ready: number[] = [];
  const first: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const times = await startOnce(server);
      ready.push(times.ready);
      first.push(times.first);
    }
  } catch (error) {
    console.log(`\nThe server's start could not be measured: ${String(error)}`);
    return;
  }
  printTable(
    `Server: median of ${rounds} starts`,
    ["", "ms"],
    [
      ["ready", decimal(percentile(ready, 0.5), 0)],
      ["first findings, of 2,000 lines", decimal(percentile(first, 0.5), 0)],
    ],
  );
}

async function startOnce(server: string): Promise<{ ready: number; first: number }> {
  const begin = performance.now();
  const child = fork(createRequire(__filename).resolve(server), ["--node-ipc"], { stdio: "ignore" });
  const answer = async (isWanted: (message: Message) => boolean): Promise<number> => {
    for (;;) {
      const [message] = (await once(child, "message", { signal: AbortSignal.timeout(30_000) })) as [Message];
      if (isWanted(message)) return performance.now() - begin;
    }
  };
  const send = (message: object): boolean => child.send({ jsonrpc: "2.0", ...message });
  try {
    send({ id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
    const ready = await answer(({ id }) => id === 1);
    send({ method: "initialized", params: {} });
    const uri = pathToFileURL(join(process.cwd(), "long.py")).href;
    const textDocument = { uri, languageId: "python", version: 1, text: longFile(2_000) };
    send({ method: "textDocument/didOpen", params: { textDocument } });
    return { ready, first: await answer(({ method }) => method === "textDocument/publishDiagnostics") };
  } finally {
    child.kill();
  }
}

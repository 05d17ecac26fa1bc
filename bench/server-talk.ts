import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What a server says, as far as the benchmarks look at it. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly scan?: Scan; readonly check?: Scan };
  readonly result?: unknown;
}

interface Scan {
  readonly state: string;
  readonly files: number;
}

/** A talk with a server over the channel of its process. */
export interface Talk {
  send(message: object): void;
  ask(method: string, params: object): Promise<Message>;
  until(isWanted: (message: Message) => boolean): Promise<Message>;
}

export function openTalk(child: ChildProcess): Talk {
  let last = 0;
  const waiting = new Set<(message: Message) => void>();
  child.on("message", (message: Message) => waiting.forEach((look) => look(message)));
  const send = (message: object): void => void child.send({ jsonrpc: "2.0", ...message });
  const until: Talk["until"] = (isWanted) =>
    new Promise((resolve) => {
      const look = (message: Message): void => {
        if (!isWanted(message)) return;
        waiting.delete(look);
        resolve(message);
      };
      waiting.add(look);
    });
  return {
    ...{ send, until },
    ask: (method, params) => {
      const id = ++last;
      const answer = until((message) => message.id === id && message.method === undefined);
      send({ id, method, params });
      return answer;
    },
  };
}

/** What the system says that the process holds, in MB; 0 where it does not say. */
export function memoryOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(told(`/proc/${pid}/status`))?.[1] ?? 0) / 1e3;
}

/** How long the processor worked for it, in seconds; the system counts in hundredths. */
export function processorOf({ pid }: ChildProcess): number {
  return sumOf(`/proc/${pid}/stat`, [11, 12]);
}

/** The same for all children of this process that have ended. */
export function processorOfChildren(): number {
  return sumOf("/proc/self/stat", [13, 14]);
}

function sumOf(file: string, columns: readonly number[]): number {
  const fields = told(file)
    .replace(/^.*\) /, "")
    .split(" ");
  return columns.reduce((sum, column) => sum + Number(fields[column] ?? 0), 0) / 100;
}

/** Only Linux has these files. */
function told(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

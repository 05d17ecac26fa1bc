import type { ChildProcessWithoutNullStreams } from "node:child_process";

/** An object of git's, under its full name. */
export interface GitObject {
  readonly object: string;
  readonly content: Uint8Array;
}

export interface GitObjects {
  /** Undefined when there is no such object. Fails when git does. */
  read(name: string): Promise<GitObject | undefined>;
  close(): void;
}

interface Request {
  readonly resolve: (found: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Talks to a `git cat-file --batch`, which answers in the order in which it was asked. */
export function openObjects(git: ChildProcessWithoutNullStreams): GitObjects {
  const waiting: Request[] = [];
  let failure: Error | undefined;
  let complaint = "";
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted = 0;

  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };

  const answer = (): void => {
    while (length > wanted) {
      const buffer = Buffer.concat(chunks);
      chunks = [buffer];
      const end = buffer.indexOf(0x0a);
      if (end < 0) break;
      const [, object, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(buffer.toString("utf8", 0, end)) ?? [];
      const after = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
      if (length < after) {
        // Large objects come in many pieces, which are put together once.
        wanted = after - 1;
        break;
      }
      wanted = 0;
      chunks = [buffer.subarray(after)];
      length -= after;
      const request = waiting.shift();
      if (object === undefined) request?.resolve(undefined);
      else request?.resolve({ object, content: Uint8Array.from(buffer.subarray(end + 1, after - 1)) });
    }
  };

  git.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    answer();
  });
  git.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  git.stdin.on("error", fail);
  git.on("error", (error) => fail(new Error(`git cannot be started: ${error.message}.`)));
  git.on("close", (code) => fail(new Error(complaint.trim() || `git ended with ${String(code)}.`)));

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting.push({ resolve, reject });
        git.stdin.write(`${name}\n`);
      }),
    close: () => {
      git.stdin.end();
    },
  };
}

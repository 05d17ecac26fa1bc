import { gitArguments, joined, type StartGit } from "./git-process.js";

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
export function openObjects(folder: string, startGit: StartGit): GitObjects {
  const waiting: Request[] = [];
  let failure: Error | undefined;
  let chunks: Uint8Array[] = [];
  let length = 0;
  let wanted = 0;

  const answer = (): void => {
    while (length > wanted) {
      const bytes = joined(chunks);
      chunks = [bytes];
      const end = bytes.indexOf(0x0a);
      if (end < 0) break;
      const head = new TextDecoder().decode(bytes.subarray(0, end));
      const [, object, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(head) ?? [];
      const after = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
      if (length < after) {
        // Large objects come in many pieces, which are put together once.
        wanted = after - 1;
        break;
      }
      wanted = 0;
      chunks = [bytes.subarray(after)];
      length -= after;
      const request = waiting.shift();
      if (object === undefined) request?.resolve(undefined);
      else request?.resolve({ object, content: Uint8Array.from(bytes.subarray(end + 1, after - 1)) });
    }
  };

  const git = startGit(gitArguments(folder, ["cat-file", "--batch"]), {
    onOutput: (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      answer();
    },
    onEnd: (complaint) => {
      failure ??= new Error(complaint ?? "git ended.");
      for (const { reject } of waiting.splice(0)) reject(failure);
    },
  });

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting.push({ resolve, reject });
        git.write(`${name}\n`);
      }),
    close: () => git.end(),
  };
}

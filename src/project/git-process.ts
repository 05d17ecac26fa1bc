/** Git's plumbing, as the shells start it. */
export interface GitProcess {
  /** Writes to what it reads. */
  write(text: string): void;
  /** It gets no more to read. */
  end(): void;
}

export interface GitListener {
  readonly onOutput: (chunk: Uint8Array) => void;
  /** Told once, at the end; with what it has to complain about, when it failed. */
  readonly onEnd: (complaint: string | undefined) => void;
}

/** Starts git with the arguments that `gitArguments` gives, in the environment that `gitEnvironment` gives. */
export type StartGit = (args: readonly string[], listener: GitListener) => GitProcess;

/** A process, as far as git's is looked at: what the shells' own way to start one gives. */
export interface ChildProcess {
  readonly stdin: { write(text: string): unknown; end(): unknown; on(event: "error", listener: () => void): unknown };
  readonly stdout: { on(event: "data", listener: (chunk: Uint8Array) => void): unknown };
  readonly stderr: { on(event: "data", listener: (chunk: Uint8Array) => void): unknown };
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "close", listener: (code: number | null) => void): unknown;
}

/** The way to start git for a shell that can start processes. */
export function gitStarter(spawn: (args: readonly string[]) => ChildProcess): StartGit {
  return (args, { onOutput, onEnd }) => {
    const git = spawn(args);
    const complaints: Uint8Array[] = [];
    let isRunning = true;
    const end = (failure: string | undefined): void => {
      if (isRunning) onEnd(failure);
      isRunning = false;
    };
    const complaint = (): string => new TextDecoder().decode(joined(complaints)).trim();
    git.stdout.on("data", onOutput);
    git.stderr.on("data", (chunk) => complaints.push(chunk));
    // What ends before it has read everything says why when it ends.
    git.stdin.on("error", () => undefined);
    git.on("error", (error) => end(`git cannot be started: ${error.message}.`));
    git.on("close", (code) => end(code === 0 ? undefined : complaint() || `git ended with ${String(code)}.`));
    return { write: (text) => void git.stdin.write(text), end: () => void git.stdin.end() };
  };
}

/** For a folder of a repository. Nothing that its configuration names is started. */
export function gitArguments(folder: string, args: readonly string[]): readonly string[] {
  return ["-C", folder, "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", ...args];
}

/** What a partial clone left out stays out: nothing is asked of a network, nor of a person, and nothing is written. */
export function gitEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  // Inside a hook, git says by these which repository it is about; here the folder says it.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = env;
  return {
    ...rest,
    ...{ GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_OPTIONAL_LOCKS: "0" },
    ...{ GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
  };
}

/** All that a run of git prints. Fails with what it has to complain about. */
export function gitOutput(start: StartGit, args: readonly string[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    start(args, {
      onOutput: (chunk) => chunks.push(chunk),
      onEnd: (complaint) => (complaint === undefined ? resolve(joined(chunks)) : reject(new Error(complaint))),
    }).end();
  });
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

// @ts-check
/** Hands programs to workers of test/python/worker.py, each the next one as soon as it has answered. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * @typedef {{ id: string, group: string, entry: string, code: string, path: string, common: Record<string, string>,
 *   given: Record<string, string>, files: Record<string, string>, run: string, before?: string, then?: string, timeout?: number,
 *   notRun?: string, mustFail?: string }} Program
 * @typedef {{ id: string, error?: string, used?: readonly string[] }} Outcome
 */

/**
 * @param {readonly Program[]} programs
 * @param {import("./environment.mjs").Environment} environment
 * @returns {Promise<ReadonlyMap<string, Outcome>>}
 */
export async function runPrograms(programs, environment) {
  const folder = await mkdtemp(join(tmpdir(), "ml-preflight-python-"));
  const waiting = [...programs];
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  const workers = Math.min(2, availableParallelism(), programs.length);
  try {
    await Promise.all(Array.from({ length: workers }, () => work(environment, folder, waiting, outcomes)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return outcomes;
}

/**
 * @param {import("./environment.mjs").Environment} environment
 * @param {string} folder
 * @param {Program[]} waiting
 * @param {Map<string, Outcome>} outcomes
 * @returns {Promise<void>}
 */
function work({ python, env }, folder, waiting, outcomes) {
  const child = spawn(python, ["test/python/worker.py"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env, ...quiet(folder) },
  });
  const next = () => {
    const program = waiting.shift();
    if (program === undefined) child.stdin.end();
    else child.stdin.write(`${JSON.stringify(program)}\n`);
  };
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const outcome = /** @type {Outcome} */ (JSON.parse(line));
    outcomes.set(outcome.id, outcome);
    next();
  });
  // A worker that dies leaves programs without an outcome, and these count as failed.
  child.stdin.on("error", (error) => console.log(`A worker is gone: ${error.message}`));
  next();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}

/** One thread each, no chatter, and nothing read from or written to the home of whoever runs it.
 * @param {string} folder */
function quiet(folder) {
  return {
    TMPDIR: folder,
    HOME: folder,
    // Of the folder that the program runs in, so that an entry can put weights there.
    TORCH_HOME: "torch",
    // What a program that talks to a service finds: a token that opens nothing, and a run that stays on this machine.
    HF_TOKEN: "none",
    WANDB_MODE: "offline",
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
    TF_NUM_INTRAOP_THREADS: "1",
    TF_NUM_INTEROP_THREADS: "1",
    TF_CPP_MIN_LOG_LEVEL: "3",
    TF_ENABLE_ONEDNN_OPTS: "0",
    // Debian's PyTorch is built without it, and several processes would ask for it.
    USE_LIBUV: "0",
    CUDA_VISIBLE_DEVICES: "",
    MPLBACKEND: "Agg",
    PYTHONHASHSEED: "0",
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

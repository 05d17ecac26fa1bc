// @ts-check
/** Child processes: run to the end, or start and stop. Whatever still runs when this process ends is ended with it. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} RunOptions */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end. Its output is shown as it comes, unless `quiet`, and returned in any case.
 * A `timeout` of 0 lets it run for ever.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd, env, quiet = false, timeout = 600_000 } = {}) {
  const child = start(command, args, { ...(cwd === undefined ? {} : { cwd }), ...(env === undefined ? {} : { env }) });
  let output = "";
  const take = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
    if (!quiet) process.stdout.write(chunk);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const timer =
    timeout === 0
      ? undefined
      : setTimeout(() => {
          output += `\n${command} did not end within ${timeout / 1000} s.\n`;
          void stop(child);
        }, timeout);
  return new Promise((resolve) => {
    child.on("error", (error) => (output += `${error.message}\n`));
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * The same, and a failure is an exception that carries the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed (exit code ${code})${options?.quiet ? `:\n${output}` : ""}`);
  }
  return output;
}

/**
 * Starts a process in a group of its own, so that `stop` reaches its children too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function start(command, args, { cwd, env } = {}) {
  const windows = process.platform === "win32";
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: !windows,
    // `npm` and `npx` are batch files there.
    shell: windows && !command.endsWith(".exe"),
  });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/**
 * Ends a process and its children, and resolves when it is gone.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<void>}
 */
export async function stop(child) {
  if (!running.has(child)) return;
  const closed = new Promise((resolve) => child.on("close", resolve));
  const impatience = setTimeout(() => signal(child, "SIGKILL"), 5_000);
  signal(child, "SIGTERM");
  await closed;
  clearTimeout(impatience);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {"SIGTERM" | "SIGKILL"} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    // It ended by itself in the meantime, which is what was wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * Resolves with the match as soon as the child has printed it.
 * @param {import("node:child_process").ChildProcess} child
 * @param {RegExp} pattern
 * @param {number} [timeout]
 * @returns {Promise<RegExpMatchArray>}
 */
export function waitForOutput(child, pattern, timeout = 60_000) {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`Waited in vain for ${pattern} in:\n${output}`)), timeout);
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      const match = output.match(pattern);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with exit code ${code} before printing ${pattern}:\n${output}`));
    });
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });
}

process.on("exit", () => running.forEach((child) => signal(child, "SIGTERM")));
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(name, () => process.exit(130));
}

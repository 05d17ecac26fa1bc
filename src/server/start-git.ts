import { spawn } from "node:child_process";
import { gitEnvironment, type StartGit } from "../project/git-process.js";

/** Starts git as a process of its own. */
export const startGit: StartGit = (args, { onOutput, onEnd }) => {
  const git = spawn("git", [...args], { env: gitEnvironment(process.env), windowsHide: true });
  let complaint = "";
  let isRunning = true;
  const end = (failure: string | undefined): void => {
    if (isRunning) onEnd(failure);
    isRunning = false;
  };
  git.stdout.on("data", onOutput);
  git.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  // What ends before it has read everything says why when it ends.
  git.stdin.on("error", () => undefined);
  git.on("error", (error) => end(`git cannot be started: ${error.message}.`));
  git.on("close", (code) => end(code === 0 ? undefined : complaint.trim() || `git ended with ${String(code)}.`));
  return { write: (text) => git.stdin.write(text), end: () => git.stdin.end() };
};

import { spawn } from "node:child_process";
import { gitEnvironment, gitStarter } from "../project/git-process.js";

/** Starts git as a process of its own. */
export const startGit = gitStarter((args) =>
  spawn("git", [...args], { env: gitEnvironment(process.env), windowsHide: true }),
);

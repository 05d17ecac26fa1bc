import type { CiSystem, Shell } from "./model.js";
import { posixShell } from "./shell/options.js";

/** What each system's shell does with a command that fails, where the file does not say which shell to use. */
export const defaultShells: Readonly<Record<CiSystem, Shell>> = {
  // `bash -e {0}`, without pipefail (docs.github.com, workflow syntax: `jobs.<job_id>.steps[*].shell`).
  github: posixShell(["-e"]),
  // The runner's script begins with `set -eo pipefail` (gitlab-org/gitlab-runner#25394, as of today); so what fails before `&&` goes on.
  gitlab: posixShell(["-eo", "pipefail"]),
  // Only the last exit code counts, there is no `set -e` (microsoft/azure-pipelines-agent#1803).
  azure: posixShell(),
  // `/bin/bash -eo pipefail -c` (circleci.com/docs/configuration-reference, "Default shell options").
  circleci: posixShell(["-eo", "pipefail"]),
  // `sh -xe`, unless the script begins with `#!` (jenkins.io, workflow-durable-task-step: `sh`).
  jenkins: posixShell(["-xe"]),
  // `/bin/bash -e -c` (buildkite.com/docs/agent: `shell`); in a list each failure ends the step (command-step).
  buildkite: posixShell(["-e"]),
  // Every entry of `script` is run, and one that fails fails the build (docs.travis-ci.com, job lifecycle).
  travis: { ...posixShell(), checksPieces: true },
  // The script runs under `set -e` (bitbucket.org/site/master/issues/18604).
  bitbucket: posixShell(["-e"]),
  // The commands become a script with `set -e` for /bin/sh (docs.drone.io/pipeline/docker/syntax/steps).
  drone: posixShell(["-e"]),
  // The same as in Drone, of which it is a fork (woodpecker-ci.org/docs/usage/workflow-syntax: `commands`).
  woodpecker: posixShell(["-e"]),
};

/** Each line ends what stands behind it, as in tox, nox, make and just: a tool runs commands and looks at each. */
export const checkedLines: Shell = { ...posixShell(), checksPieces: true };

/** Windows' shells go on after a program that failed; the last one's status counts. */
export const powershell: Shell = { ...posixShell(), kind: "powershell" };
export const cmd: Shell = { ...posixShell(), kind: "cmd" };
export const pythonShell: Shell = { ...posixShell(), kind: "python" };
export const unknownShell: Shell = { ...posixShell(), kind: "unknown" };

/** The shell that a file names, as a program with arguments: `bash -el {0}`, `pwsh`, `/bin/sh -e`. */
export function namedShell(command: string): Shell {
  const [program = "", ...args] = command.trim().split(/\s+/);
  const name = program.replace(/^.*[\\/]/, "").replace(/\.exe$/, "");
  if (/^(?:ba|da|z|k|a)?sh$/.test(name)) return posixShell(args);
  if (name === "pwsh" || name === "powershell") return powershell;
  if (name === "cmd") return cmd;
  return /^python[\d.]*$/.test(name) ? pythonShell : unknownShell;
}

/** GitHub's own words for shells mean more than the program's name (docs.github.com, workflow syntax, "Custom shell"). */
export function githubShell(name: string | undefined, isWindows: boolean): Shell {
  if (name === undefined) return isWindows ? powershell : defaultShells.github;
  if (name === "bash") return posixShell(["-eo", "pipefail"]);
  if (name === "sh") return posixShell(["-e"]);
  return namedShell(name);
}

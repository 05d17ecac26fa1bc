import type { Follow } from "./follow.js";
import { followCluster } from "./hops/cluster.js";
import { followCompose } from "./hops/compose.js";
import { followDockerBuild } from "./hops/docker.js";
import { followHatch } from "./hops/hatch.js";
import { followInvoke } from "./hops/invoke.js";
import { followJust } from "./hops/just.js";
import { followMake } from "./hops/make.js";
import { followMiseFile } from "./hops/mise.js";
import { followNox } from "./hops/nox.js";
import { followNpm } from "./hops/npm.js";
import { followPreCommit } from "./hops/pre-commit.js";
import { followPythonScripts } from "./hops/python-scripts.js";
import { followShellScript } from "./hops/shell-script.js";
import { followTask } from "./hops/task.js";
import { followTox } from "./hops/tox.js";

/** Everything that can lead from a command to others; the first that knows a command takes it. */
export const follows: readonly Follow[] = [
  followMake,
  followTask,
  followJust,
  followMiseFile,
  followTox,
  followNox,
  followHatch,
  followInvoke,
  followPythonScripts,
  followNpm,
  followPreCommit,
  followCompose,
  followDockerBuild,
  followCluster,
  followShellScript,
];

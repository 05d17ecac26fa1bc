import type { ReadSystem } from "./ci-system.js";
import { readAzure } from "./systems/azure.js";
import { readBitbucket } from "./systems/bitbucket.js";
import { readBuildkite } from "./systems/buildkite.js";
import { readCircle } from "./systems/circleci.js";
import { readDrone, readWoodpecker } from "./systems/drone.js";
import { readGithub } from "./systems/github.js";
import { readGitlab } from "./systems/gitlab.js";
import { readJenkins } from "./systems/jenkins.js";
import { readTravis } from "./systems/travis.js";

/** The readers of all systems. */
export const systems: readonly ReadSystem[] = [
  readGithub,
  readGitlab,
  readAzure,
  readCircle,
  readJenkins,
  readBuildkite,
  readTravis,
  readBitbucket,
  readDrone,
  readWoodpecker,
];

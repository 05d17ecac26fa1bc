import type { ReadSystem } from "./ci-system.js";
import { readGithub } from "./systems/github.js";

/** The readers of all systems. */
export const systems: readonly ReadSystem[] = [readGithub];

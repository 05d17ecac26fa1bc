import type { CiFiles } from "./ci-files.js";
import type { CiJob, Disabled, Unknown } from "./model.js";

/** Reads the files of one system. */
export type ReadSystem = (files: CiFiles, extra: readonly string[]) => Promise<SystemReading>;

export interface SystemReading {
  readonly jobs: readonly CiJob[];
  readonly unknowns: readonly Unknown[];
  /** The files that were read as this system's own, without those they include. */
  readonly paths: readonly string[];
  /** Files that would be read but for their name or a switch. */
  readonly disabled: readonly Disabled[];
}

export const nothingRead: SystemReading = { jobs: [], unknowns: [], paths: [], disabled: [] };

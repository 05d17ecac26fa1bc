import type { FileSystem } from "../file-system.js";
import { openCiFiles } from "./ci-files.js";
import type { CiJob, Disabled, Fault, Unknown } from "./model.js";
import { resolveJob, type Run } from "./resolve.js";
import { systems } from "./systems.js";

/** What the continuous integration of a project runs. */
export interface Ci {
  readonly jobs: readonly CiJob[];
  /** Every command that a job comes to, those of disabled jobs too. */
  readonly runs: readonly Run[];
  readonly unknowns: readonly Unknown[];
  readonly faults: readonly Fault[];
  /** The files that tell a system what to do. */
  readonly paths: readonly string[];
  /** Files that would be read but for their name or a switch. */
  readonly disabled: readonly Disabled[];
}

export interface CiOptions {
  readonly files: FileSystem;
  readonly root: string;
  /** Files that hold jobs although their names do not say so, by absolute path. */
  readonly extra?: readonly string[];
}

/** Reads the files of all systems and follows each job to what it runs in the end. */
export async function readCi({ files, root, extra = [] }: CiOptions): Promise<Ci> {
  const ciFiles = openCiFiles(files, root);
  const readings = await Promise.all(systems.map((read) => read(ciFiles, extra)));
  const jobs = readings.flatMap((reading) => reading.jobs);
  const runs: Run[] = [];
  const unknowns: Unknown[] = readings.flatMap((reading) => reading.unknowns);
  for (const job of jobs) {
    const resolution = await resolveJob(job, ciFiles);
    runs.push(...resolution.runs);
    unknowns.push(...resolution.unknowns);
  }
  return {
    jobs,
    runs,
    unknowns: distinct(unknowns),
    faults: ciFiles.faults(),
    paths: readings.flatMap((reading) => reading.paths),
    disabled: readings.flatMap((reading) => reading.disabled),
  };
}

function distinct(unknowns: readonly Unknown[]): readonly Unknown[] {
  const byKey = new Map(unknowns.map((one) => [`${one.place.path}:${one.place.line} ${one.detail}`, one]));
  return [...byKey.values()];
}

import type { FileSystem } from "../file-system.js";
import type { FactSource } from "./fact-source.js";
import { largestConfiguration } from "./fact-source.js";
import type { Reports } from "./file-facts.js";
import { coberturaReader } from "./reports/cobertura.js";
import { coverageData } from "./reports/coverage-data.js";
import { readDvcLock } from "./reports/dvc-lock.js";
import { junitReader } from "./reports/junit.js";
import { readLcov } from "./reports/lcov.js";
import { mlflowRuns, readMlruns } from "./reports/mlflow.js";
import { optunaStudies } from "./reports/optuna.js";
import { type ReportPlace, reportPlaces } from "./reports/places.js";
import { type ReportFiles, reportFiles } from "./reports/report-files.js";
import { isSqlite, openSqlite } from "./reports/sqlite.js";
import { readWandb } from "./reports/wandb.js";
import { readXml, type XmlReader } from "./reports/xml.js";

/** Reads the reports that tools left in a project, ignored or not: what tests and their coverage said, stored searches, tracked runs, locks of data. */
export async function readReports({
  paths,
  files,
  root,
}: Pick<FactSource, "paths"> & { readonly files: FileSystem; readonly root: string }): Promise<Reports> {
  const found = reportFiles(files, root);
  const known = new Set(paths);
  const { places, isCut } = await reportPlaces(paths, found);
  const reports: Partial<Reports>[] = [];
  const unreadable: { readonly path: string; readonly reason: string }[] = [];
  for (const place of places) {
    try {
      const report = await readReport(place, found, known);
      if (report !== undefined) reports.push(report);
      else if (place.isPromised) unreadable.push({ path: place.path, reason: "it is no report that is known here" });
    } catch (error) {
      // What is broken must not take the others with it.
      unreadable.push({ path: place.path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  if (isCut)
    unreadable.push({ path: ".", reason: `there are more than ${places.length} reports, and the rest is not read` });
  return {
    junit: reports.flatMap(({ junit = [] }) => junit),
    coverage: reports.flatMap(({ coverage = [] }) => coverage),
    optuna: reports.flatMap(({ optuna = [] }) => optuna),
    mlflow: reports.flatMap(({ mlflow = [] }) => mlflow),
    wandb: reports.flatMap(({ wandb = [] }) => wandb),
    dvcLock: reports.flatMap(({ dvcLock = [] }) => dvcLock),
    unreadable,
  };
}

async function readReport(
  { path, kind, isPromised }: ReportPlace,
  files: ReportFiles,
  paths: ReadonlySet<string>,
): Promise<Partial<Reports> | undefined> {
  if (kind === "mlruns") {
    const runs = await readMlruns(path, files);
    return runs && { mlflow: [runs] };
  }
  if (kind === "wandb") {
    const runs = await readWandb(path, files);
    return runs && { wandb: [runs] };
  }
  if (kind === "database") {
    const bytes = await files.bytes(path, largestDatabase);
    return bytes && (isPromised || isSqlite(bytes)) ? readDatabase(bytes, path, paths) : undefined;
  }
  const text = await files.text(path, kind === "dvc-lock" ? largestConfiguration : largestReport);
  if (text === undefined) return undefined;
  if (kind === "dvc-lock") return { dvcLock: [readDvcLock(text, path)] };
  if (kind === "lcov") return { coverage: [readLcov(text, path, paths)] };
  return readXml<Partial<Reports>>(text, (root) => {
    if (root === "testsuites" || root === "testsuite") return mapped(junitReader(path), (one) => ({ junit: [one] }));
    if (root === "coverage") return mapped(coberturaReader(path, paths), (one) => ({ coverage: [one] }));
    return undefined;
  });
}

function readDatabase(bytes: Uint8Array, path: string, paths: ReadonlySet<string>): Partial<Reports> | undefined {
  const database = openSqlite(bytes);
  const studies = optunaStudies(path, database);
  if (studies !== undefined) return { optuna: [studies] };
  const runs = mlflowRuns(path, database);
  if (runs !== undefined) return { mlflow: [runs] };
  const coverage = coverageData(path, database, paths);
  return coverage && { coverage: [coverage] };
}

function mapped<One, Other>(reader: XmlReader<One>, map: (report: One) => Other): XmlReader<Other> {
  return { ...reader, done: () => map(reader.done()) };
}

const largestReport = 16_000_000;
const largestDatabase = 64_000_000;

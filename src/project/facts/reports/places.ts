import { languageOf } from "../../languages.js";
import { joinPath, nameOf, parentOf } from "../../paths.js";
import { isForeign } from "../foreign.js";
import type { ReportFiles } from "./report-files.js";

/** Where a report may lie. */
export interface ReportPlace {
  readonly path: string;
  readonly kind: "xml" | "lcov" | "database" | "mlruns" | "wandb" | "dvc-lock";
  /** Does its name promise a report, so that it is a fault when it is none? */
  readonly isPromised: boolean;
}

/**
 * Places where tools leave their reports. Most projects ignore what tools write, so known names are looked for beside the
 * code and in folders for reports even where `.gitignore` leaves them out; elsewhere only files of the project count.
 */
export async function reportPlaces(
  paths: readonly string[],
  files: ReportFiles,
): Promise<{ readonly places: readonly ReportPlace[]; readonly isCut: boolean }> {
  const found = new Map<string, ReportPlace>();
  const add = (path: string, place: Omit<ReportPlace, "path"> | undefined): void => {
    if (place !== undefined) found.set(path, { path, ...place });
  };
  for (const folder of foldersOfCode(paths)) {
    for (const { name, type } of await files.list(folder)) {
      const path = joinPath(folder, name);
      if (type === "file") add(path, placeOf(name));
      else if (type === "directory" && (name === "mlruns" || name === "wandb"))
        add(path, { kind: name, isPromised: false });
      else if (type === "directory" && reportFolder.test(name)) {
        for (const [inner, innerName] of await filesBelow(path, files)) {
          const isXml = /\.xml$/i.test(innerName);
          add(inner, placeOf(innerName) ?? (isXml ? { kind: "xml", isPromised: false } : undefined));
        }
      }
    }
  }
  for (const path of paths) if (!found.has(path) && !isOthers(path)) add(path, placeOf(nameOf(path)));
  return { places: [...found.values()].slice(0, mostPlaces), isCut: found.size > mostPlaces };
}

/** The root, and folders near it that hold code: tools are run there. */
function foldersOfCode(paths: readonly string[]): readonly string[] {
  const folders = new Set([""]);
  for (const path of paths) {
    const folder = parentOf(path) ?? "";
    if (languageOf(path) !== undefined && folder.split("/").length <= 2 && !isOthers(path)) folders.add(folder);
    if (folders.size >= mostFolders) break;
  }
  return [...folders];
}

/** Copies of other people's code, and data of tests: a report there is none of the project's. */
function isOthers(path: string): boolean {
  return isForeign(path) || /(?:^|\/)(?:tests?|__tests__|spec|fixtures|testdata|examples?)\//i.test(path);
}

/** The files in a folder and in the folders in it. */
async function filesBelow(folder: string, files: ReportFiles): Promise<readonly (readonly [string, string])[]> {
  const found: [string, string][] = [];
  for (const { name, type } of await files.list(folder)) {
    if (type === "file") found.push([`${folder}/${name}`, name]);
    else if (type === "directory" && found.length < mostPlaces)
      for (const inner of await files.list(`${folder}/${name}`))
        if (inner.type === "file") found.push([`${folder}/${name}/${inner.name}`, inner.name]);
  }
  return found;
}

function placeOf(name: string): Omit<ReportPlace, "path"> | undefined {
  if (xmlName.test(name)) return { kind: "xml", isPromised: true };
  if (/^(?:lcov|coverage)\.info$|\.lcov$/i.test(name)) return { kind: "lcov", isPromised: true };
  if (name === ".coverage") return { kind: "database", isPromised: true };
  if (name === "dvc.lock") return { kind: "dvc-lock", isPromised: true };
  if (/optuna|mlflow/i.test(name) && databaseName.test(name)) return { kind: "database", isPromised: true };
  if (/stud(?:y|ies)|trials?|hpo|hparam|tun(?:e|ing)|search|sweep/i.test(name) && databaseName.test(name))
    return { kind: "database", isPromised: false };
  return undefined;
}

const xmlName = /^(?:junit|TEST-|tests?[-_]?(?:results?|reports?)|cobertura|coverage).*\.xml$/i;
const databaseName = /\.(?:db|sqlite3?)$/i;
const reportFolder = /^(?:coverage|(?:test-?)?reports?|test[-_]?results?|junit|optuna|stud(?:y|ies)|hpo|tuning)$/i;
const mostFolders = 60;
const mostPlaces = 300;

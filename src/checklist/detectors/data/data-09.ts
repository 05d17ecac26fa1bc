import { numberOf, textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo } from "../../search/code-evidence.js";
import { dataFile, dvcData, lfsData, snapshots, versionedReads } from "../../search/data-versions.js";
import { isOfProduct } from "../../search/product-files.js";
import { valuesWithin } from "../../search/values.js";

/** Is the data version that trained a model retrievable (level 1 or above)? */
export const detector: Detector = async (project) => {
  const dvc = dvcData(project);
  const lfs = await lfsData(project);
  const kept = [
    ...(dvc === undefined ? [] : [{ ...dvc, by: "DVC", retrievable: dvc.hasRemote }]),
    ...(lfs === undefined ? [] : [{ ...lfs, by: "Git LFS", retrievable: true }]),
  ].map((one): Evidence => {
    const read = one.outputs.find((path) => isReadInTraining(project, path));
    const { path, line, by, retrievable } = one;
    const isWhole = retrievable && read !== undefined;
    const what = `${by} keeps ${read ?? one.outputs[0] ?? "data"}${retrievable ? "" : ", with no remote"}${read === undefined ? ", which training is not seen to read" : ""}`;
    return {
      path,
      line,
      level: isWhole ? "L3" : "L2",
      what,
      rule: "data-version",
      ...(isWhole && by === "DVC" ? repeated(project) : {}),
    };
  });
  const unlocked = dvc === undefined ? unlockedStages(project) : [];
  const inGit = await dataInGit(project);
  const evidence = [...kept, ...inGit.kept, ...versionedReads(project), ...snapshots(project), ...unlocked];
  const stated = textOf(project.config, "data.versioning");
  const isTable = evidence.length === 0 && (isWarehouse(project) || (stated !== undefined && stated !== "none"));
  return detected({
    evidence,
    objections: inGit.tooLarge,
    forks: isTable
      ? [{ question: "The data seems to live elsewhere. Can the version that trained a model be had again?" }]
      : [],
    missing: [
      ...inGit.tooLarge.map(({ what }) => `${what}: keep it with DVC or Git LFS.`),
      ...missing(project, dvc?.hasRemote, evidence),
    ],
    unreadable: project.reports.unreadable.filter(({ path }) => /(?:^|\/)dvc\.lock$/.test(path)),
    searched: [
      "Data that DVC or Git LFS keeps and its remote, reads of one version, and hashes or snapshots taken at training.",
    ],
  });
};

/** Data that the repository itself keeps: a version of it for each commit, up to the size that the team allows, and only then. */
async function dataInGit(
  project: ChecklistProject,
): Promise<{ readonly kept: readonly Evidence[]; readonly tooLarge: readonly Objection[] }> {
  const most = numberOf(project.config, "git.maxFileSize");
  const kept: Evidence[] = [];
  const tooLarge: Objection[] = [];
  for (const path of most === undefined ? [] : project.files) {
    if (!dataFile.test(path) || !isOfProduct(project, path) || !isReadInTraining(project, path)) continue;
    const size = (await project.size(path)) ?? 0;
    const place = { path, line: 1, rule: "data-in-git" };
    if (most === undefined || size === 0) continue;
    if (size <= most) kept.push({ ...place, level: "L3", what: `The repository keeps ${path}, which training reads` });
    else tooLarge.push({ ...place, allows: "partial", what: `${path} is larger than the team allows in git` });
  }
  return { kept, tooLarge };
}

function missing(
  { reports }: ChecklistProject,
  hasRemote: boolean | undefined,
  [best]: readonly Evidence[],
): readonly string[] {
  if (best === undefined)
    return ["Keep data with DVC, Git LFS or versioned tables, or log a hash of it with each run."];
  if (hasRemote === false) return ["Give DVC a remote: `dvc remote add -d`, and push."];
  if (best.rule === "unlocked-stage") {
    const ignored = reports.dvcLock.find(({ outputs }) => outputs.length > 0);
    const why = ignored === undefined ? "" : `; ${ignored.path} is there, but ignored`;
    return [`Track dvc.lock, which says which data was used${why}.`];
  }
  return best.level === "L3" || best.level === "L4" ? [] : ["Let training read the path whose versions are kept."];
}

/** Stages whose lock is not in the repository say what is made, and not which version was. */
function unlockedStages({ pipelines, configs }: ChecklistProject): readonly Evidence[] {
  const stage = pipelines.find(({ system, outputs }) => system === "dvc" && outputs.length > 0);
  const isSetUp = configs.some(({ path }) => /(?:^|\/)\.dvc\/config$/.test(path));
  if (stage === undefined) return [];
  const { path, line, name } = stage;
  return [
    {
      path,
      line,
      level: isSetUp ? "L2" : "L1",
      what: `step "${name}" of DVC, whose lock is not kept`,
      rule: "unlocked-stage",
    },
  ];
}

function repeated({ pipelines }: ChecklistProject): Pick<Evidence, "repeatedBy"> {
  return pipelines.some(({ system }) => system === "dvc") ? { repeatedBy: "pipeline" } : {};
}

/** The path, or one in it, is an input of a step that trains, or stands in code or settings that training reads. */
function isReadInTraining(project: ChecklistProject, path: string): boolean {
  const { pipelines, code, configs, profile } = project;
  const training = new Set(profile.facts.training.places.map((place) => place.path));
  const isWithin = (text: string): boolean => {
    const plain = text.replace(/^(?:\.{1,2}\/)+/, "");
    return plain === path || plain.startsWith(`${path}/`) || (path.startsWith(`${plain}/`) && plain !== "");
  };
  if (
    pipelines.some(
      ({ runs, inputs }) => runs.some((one) => training.has(one.split("#")[0] ?? "")) && inputs.some(isWithin),
    )
  )
    return true;
  const inCode = code.some(
    ({ role, calls, assigns, functions }) =>
      role === "source" &&
      [
        ...calls.flatMap(({ positional, named }) => [...positional, ...Object.values(named)]),
        ...assigns.map(({ value }) => value),
        ...functions.flatMap(({ params }) => params.flatMap((param) => param.default ?? [])),
      ].some((value) =>
        [...valuesWithin(value)].some(
          (one) => one.kind === "literal" && typeof one.value === "string" && isWithin(one.value),
        ),
      ),
  );
  if (inCode) return true;
  return configs.some(
    ({ path: file, entries }) =>
      !/dvc/.test(file) && entries.some(({ value }) => typeof value === "string" && isWithin(value)),
  );
}

function isWarehouse(project: ChecklistProject): boolean {
  const tables = callsTo(project, {
    path: /\.(?:read_sql\w*|read_gbq)$|^snowflake\.|^google\.cloud\.bigquery\./,
    name: /^(?:read_sql\w*|read_gbq)$/,
  });
  return tables.length > 0;
}

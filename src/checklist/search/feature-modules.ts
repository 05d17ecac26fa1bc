import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import { nameOf } from "../../project/paths.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { ChecklistProject } from "../project.js";
import { trainingRoles } from "./training-calls.js";

/** A file of the product that makes features out of data. */
export interface FeatureModule {
  readonly file: CodeFile;
  /** What others call of it: functions, classes, and methods of these. */
  readonly public: readonly string[];
}

export function featureModules({ code, config, pipelines }: ChecklistProject): readonly FeatureModule[] {
  const paths = textsOf(config, "features.paths");
  const sources = code.filter(({ role }) => role === "source");
  const handed = new Set([
    ...calledBeforeFit(code),
    ...madeForTraining(code, new Set(pipelines.flatMap(({ runs }) => runs.map((one) => one.split("#")[0] ?? "")))),
  ]);
  const isWanted = (file: CodeFile): boolean =>
    paths.length > 0 ? isUnder(file.path, paths) : isNamed(file) || (handed.has(file.path) && !trains(file));
  const found = sources.flatMap((file): readonly FeatureModule[] => {
    const own = isWanted(file) ? publicOf(file) : [];
    return own.length === 0 ? [] : [{ file, public: own }];
  });
  if (found.length > 0 || paths.length > 0) return found;
  // A script or notebook that makes features where it trains has nothing that a test could call.
  const roles = trainingRoles({ code });
  return code
    .filter((file) => roles.includes(file.role) && trains(file) && file.calls.some(makesFeatures))
    .map((file) => ({ file, public: [] }));
}

/** A transformer may be fitted by itself, or in a pipeline. */
function makesFeatures({ name, path = "" }: CallFact): boolean {
  return (
    /^(?:fit_transform|get_dummies|fillna|cut|qcut)$/.test(name) ||
    /^sklearn\.(?:preprocessing|impute|feature_extraction|compose)\.(?:\w+\.)*(?!Label|MultiLabel)[A-Z]\w*$/.test(path)
  );
}

function isUnder(path: string, paths: readonly string[]): boolean {
  return matchesGlobs(paths, path) || paths.some((folder) => path.startsWith(`${folder.replace(/\/$/, "")}/`));
}

/** Files named for features that also do something with data; a transformer is a model as well. */
function isNamed({ path, classes }: CodeFile): boolean {
  const name = nameOf(path);
  if (!/feature|preprocess|pre_process|transform|dataset|data_?loader|tokeni[sz]/i.test(name)) return false;
  const isModel = classes.some(({ bases }) => bases.some((base) => /(?:^|\.)(?:Module|Model|Layer)$/.test(base)));
  return !(isModel && /transformer/i.test(name));
}

/** Modules whose functions are called on data before a model is fitted. */
function calledBeforeFit(code: readonly CodeFile[]): ReadonlySet<string> {
  const byPath = new Map(code.map((file) => [file.path, file]));
  const found = new Set<string>();
  for (const { path, role, calls } of code) {
    if (role !== "source") continue;
    const fits = calls.filter(({ name }) => name === "fit" || name === "fit_transform" || name === "predict");
    for (const { target, within, line, resultName, positional } of calls) {
      const [module = "", name] = target?.split("#") ?? [];
      const made = byPath.get(module);
      if (made === undefined || name === undefined || module === path || made.role !== "source") continue;
      if (resultName === undefined || positional.length === 0) continue;
      if (!fits.some((fit) => fit.within === within && fit.line > line)) continue;
      if (changesFrames(made, name)) found.add(module);
    }
  }
  return found;
}

/** Modules that steps of a pipeline run, or that code which trains imports, also by way of others, and that change frames or texts. */
function madeForTraining(code: readonly CodeFile[], steps: ReadonlySet<string>): ReadonlySet<string> {
  const byPath = new Map(code.map((file) => [file.path, file]));
  const reached = new Set(
    code.filter((file) => file.role === "source" && (trains(file) || steps.has(file.path))).map(({ path }) => path),
  );
  for (const path of reached)
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) reached.add(target);
  return new Set(
    [...reached].filter((path) => {
      const file = byPath.get(path);
      if (file === undefined || file.role !== "source" || file.imports.length === 0) return false;
      const isOther =
        /(?:^|[/_])(?:models?|nets?|networks?|metrics?|evaluat\w*|settings|config|registry|tracking|split|gate|plots?|report\w*|baselines?|tune|schemas?)(?:_\w+)?\.\w+$/.test(
          path,
        );
      return !isOther && file.functions.some(({ name }) => !name.includes(".") && changesFrames(file, name));
    }),
  );
}

function trains({ calls }: CodeFile): boolean {
  return calls.some(
    ({ name, path = "" }) =>
      /^(?:fit|backward|train_on_batch)$/.test(name) || /^(?:lightgbm|xgboost)\.train$|Trainer\.train$/.test(path),
  );
}

function changesFrames({ calls, assigns, functions }: CodeFile, name: string): boolean {
  if (
    functions.some(
      (one) => one.name === name && /^(?:load|read|save|split|train|build_model|make_model)/.test(one.name),
    )
  )
    return false;
  return (
    calls.some((call) => call.within === name && changing.test(call.name)) ||
    assigns.some(({ within, target }) => within === name && /^\w+\[["']/.test(target))
  );
}

const changing =
  /^(?:transform|get_dummies|assign|fillna|rolling|groupby|merge|apply|clip|log1p|with_columns|diff|shift|cut|qcut|resample|pivot_table|one_hot|map|filter|drop_duplicates|sort_values|rfft|stack)$/;

function publicOf({ functions, classes }: CodeFile): readonly string[] {
  const names = [...functions.map(({ name }) => name), ...classes.map(({ name }) => name)];
  return names.filter((name) =>
    name.split(".").every((part) => !part.startsWith("_") && part !== "<lambda>" && part !== "main"),
  );
}

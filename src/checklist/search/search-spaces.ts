import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import type { ConfigFile } from "../../project/facts/file-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { Place } from "../evidence.js";
import { literalOf } from "./fact-values.js";

/** One parameter of a space that is searched. */
export interface SearchKey extends Place {
  /** As written: `model__C`, `lr`. */
  readonly key: string;
  /** Undefined where a scale means nothing: for names, and for what is not known. */
  readonly isLog: boolean | undefined;
  /** The code around it; undefined in a file of settings. */
  readonly at: { readonly file: CodeFile; readonly within: string } | undefined;
  /** What searches: optuna, ray, a grid. */
  readonly system: string;
}

/** The parameters that searches of the product vary. One value is no search. */
export function searchKeys({ code, configs }: Pick<ChecklistProject, "code" | "configs">): readonly SearchKey[] {
  return [...inCode(code), ...inConfigs(configs)];
}

const inCode = onceForEach((file: CodeFile): readonly SearchKey[] => {
  const found: SearchKey[] = [];
  if (file.role !== "source") return found;
  const add = (
    key: string | undefined,
    isLog: boolean | undefined,
    { line, within }: { readonly line: number; readonly within: string },
    system: string,
  ): void => {
    if (key !== undefined) found.push({ key, isLog, path: file.path, line, at: { file, within }, system });
  };
  for (const call of file.calls) {
    const { path = "", name, positional, named } = call;
    const key = textOf(positional[0] ?? named.name);
    if (/^suggest_(?:float|int|uniform|loguniform|discrete_uniform)$/.test(name))
      add(key, name === "suggest_loguniform" || literalOf(named.log) === true || isShort(call), call, "optuna");
    else if (name === "suggest_categorical")
      add(hasChoice(positional[1] ?? named.choices) ? key : undefined, undefined, call, "optuna");
    else if (/^hyperopt\.(?:hp|pyll\.scope)\.\w+$/.test(path))
      add(key, /log/.test(name) || (name === "choice" ? undefined : false), call, "hyperopt");
    else if (/^(?:hp|trial)\.(?:Float|Int|Choice|Boolean)$/.test(call.text))
      add(
        key,
        name === "Choice" || name === "Boolean" ? undefined : textOf(named.sampling) === "log" || name === "Int",
        call,
        "keras_tuner",
      );
    else if (/^skopt\.space\.(?:\w+\.)*(?:Real|Integer|Categorical)$/.test(path))
      add(
        textOf(named.name),
        name === "Categorical" ? undefined : textOf(named.prior) === "log-uniform" || name === "Integer",
        call,
        "skopt",
      );
    else if (sklearnSearches.test(path)) {
      const space = named.param_grid ?? named.param_distributions ?? named.search_spaces ?? positional[1];
      for (const [one, value] of entriesIn(space)) if (hasChoice(value)) add(one, scaleOf(value), call, name);
    } else if (
      /^(?:ray\.tune\.(?:\w+\.)*(?:Tuner|run)|nevergrad\.p\.(?:Dict|Instrumentation)|ax\.\w+(?:\.\w+)*)$/.test(path)
    ) {
      const space = named.param_space ?? named.config ?? named.search_space;
      for (const [one, value] of [...entriesIn(space), ...Object.entries(path.startsWith("nevergrad") ? named : {})])
        if (hasChoice(value)) add(one, scaleOf(value), call, path.split(".")[0] ?? "");
      for (const value of named.parameters?.kind === "list" ? named.parameters.items : []) {
        if (value.kind === "dict")
          add(
            textOf(value.entries.name),
            literalOf(value.entries.log_scale) === true || (value.entries.values === undefined ? false : undefined),
            call,
            "ax",
          );
      }
    } else if (path === "wandb.sweep") {
      const [sweep] = positional;
      const space = sweep?.kind === "dict" ? sweep.entries.parameters : undefined;
      for (const [one, value] of entriesIn(space))
        if (value.kind !== "dict" || value.entries.value === undefined) add(one, sweepScale(value), call, "wandb");
    }
  }
  return found;
});

/** A grid, or several of them in a list. */
function entriesIn(space: FactValue | undefined): readonly (readonly [string, FactValue])[] {
  if (space?.kind === "list") return space.items.flatMap(entriesIn);
  return space?.kind === "dict" ? Object.entries(space.entries) : [];
}

function hasChoice(value: FactValue | undefined): boolean {
  if (value?.kind === "list") return value.items.length > 1;
  if (value?.kind === "call" && value.name === "grid_search") return hasChoice(value.positional[0]);
  return value !== undefined && value.kind !== "literal";
}

/** A distribution says its scale; a list of numbers shows it, when one is many times the one before. */
function scaleOf(value: FactValue): boolean | undefined {
  if (value.kind === "call") {
    if (/log|reciprocal/i.test(value.name)) return true;
    return /^(?:uniform|quniform|linspace|arange|range|randint|Scalar)$/.test(value.name) ? false : undefined;
  }
  if (value.kind !== "list") return undefined;
  const numbers = value.items
    .map(literalOf)
    .filter((item) => typeof item === "number")
    .filter((item) => item > 0)
    .toSorted((a, b) => a - b);
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return undefined;
  const last = numbers.at(-1) ?? second;
  // Two or three values within a decade have no scale to speak of.
  return last / first < decade
    ? undefined
    : numbers.every((number, index) => index === 0 || number / (numbers[index - 1] ?? number) >= 2);
}

/** Within one power of ten it does not matter how values are spread. */
const decade = 10;

function isShort({ positional }: CallFact): boolean {
  const [low, high] = [literalOf(positional[1]), literalOf(positional[2])];
  return typeof low === "number" && typeof high === "number" && low > 0 && high / low <= decade;
}

function sweepScale(value: FactValue): boolean | undefined {
  if (value.kind !== "dict") return undefined;
  const distribution = textOf(value.entries.distribution);
  if (distribution !== undefined) return distribution.includes("log");
  return value.entries.values === undefined ? false : scaleOf(value.entries.values);
}

function textOf(value: FactValue | undefined): string | undefined {
  const literal = literalOf(value);
  return typeof literal === "string" ? literal : undefined;
}

/** Sweeps of Weights & Biases, spaces of NNI, and sweeps of Hydra. */
const inConfigs = onceForEach(({ path, entries }: ConfigFile): readonly SearchKey[] => {
  const isSweep =
    entries.some(({ key }) => key === "method") && entries.some(({ key }) => key.startsWith("parameters."));
  const isNni = /search_space\.json$/.test(path);
  const found = new Map<string, { line: number; isLog: boolean | undefined; choices: number }>();
  for (const { key, value, line } of entries) {
    const hydra = /^hydra\.sweeper\.params\.(.+)$/.exec(key)?.[1];
    if (hydra !== undefined)
      found.set(hydra, {
        line,
        isLog: /choice/.test(String(value)) ? undefined : /log/.test(String(value)),
        choices: 2,
      });
    const [, name, part = ""] =
      (isSweep ? /^parameters\.([\w-]+)\.(\w+)/ : isNni ? /^([\w-]+)\.(_\w+)/ : /^$/).exec(key) ?? [];
    if (name === undefined || part === "value") continue;
    const known = found.get(name) ?? {
      line,
      isLog: part === "values" || part === "_value" ? undefined : false,
      choices: 0,
    };
    if (part === "distribution" || part === "_type")
      known.isLog = String(value).includes("choice") ? undefined : String(value).includes("log");
    found.set(name, { ...known, choices: known.choices + (part === "distribution" || part === "_type" ? 0 : 1) });
  }
  return [...found].flatMap(([key, { line, isLog, choices }]) =>
    choices < 2 ? [] : [{ key, isLog, path, line, at: undefined, system: isSweep ? "wandb" : isNni ? "nni" : "hydra" }],
  );
});

const sklearnSearches =
  /^(?:sklearn\.model_selection|skopt|dask_ml\.model_selection)\.(?:\w+\.)*(?:GridSearchCV|RandomizedSearchCV|HalvingGridSearchCV|HalvingRandomSearchCV|BayesSearchCV)$/;

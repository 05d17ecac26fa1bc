import type { Expression } from "../../syntax/expressions.js";
import { isTransformerType, onlyEmbeds } from "../../knowledge/sklearn.js";
import { changingMethods } from "../../knowledge/statistics.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { applying } from "../../knowledge/metrics.js";
import { appliedTo } from "./estimators.js";
import { lineageOf } from "./lineage.js";
import { stackedIn } from "./joins.js";
import { statisticsIn, type Statistic } from "./statistics.js";

/** What was done to rows on their way into a model, as far as it can be told. */
export interface Preparation {
  readonly applied: readonly Applied[];
  /** Divisions by numbers that are written into the program, and the like. */
  readonly scalings: readonly Scaling[];
  readonly statistics: readonly { readonly statistic: Statistic; readonly entity: Entity }[];
  /** Everything on the way. */
  readonly entities: ReadonlySet<Entity>;
  /** Steps of which nobody knows what they do. */
  readonly unknown: readonly Entity[];
}

/** A transformer that the rows went through. */
export interface Applied {
  readonly entity: Entity;
  readonly receiver: Entity;
  readonly type: string;
}

export interface Scaling {
  readonly entity: Entity;
  readonly at: Expression;
  /** The path of a function, or `/255`, whether that is written as a division or as a multiplication. */
  readonly what: string;
}

export function preparationOf(model: Model, rows: Value): Preparation {
  const applied: Applied[] = [];
  const scalings: Scaling[] = [];
  const statistics: { statistic: Statistic; entity: Entity }[] = [];
  const unknown: Entity[] = [];
  const entities = new Set<Entity>();
  for (const { entity } of lineageOf(model, rows)) {
    entities.add(entity);
    const use = transformerIn(entity);
    const scaling = scalingOf(entity);
    const own = statisticsWorkedInto(model, entity);
    if (use !== undefined) applied.push(use);
    else if (scaling !== undefined) scalings.push(scaling);
    else if (own.length > 0) statistics.push(...own.map((statistic) => ({ statistic, entity })));
    else if (!isPlain(entity) && statisticsIn(model, entity) === undefined) unknown.push(entity);
  }
  return { applied, scalings, statistics, entities, unknown };
}

function transformerIn(entity: Entity): Applied | undefined {
  const use = appliedTo(entity);
  if (use === undefined || !applying.has(use.method)) return undefined;
  const { type } = use.receiver;
  const isKnown =
    type !== undefined && (isTransformerType(type) || /\.ColumnTransformer$/.test(type)) && !onlyEmbeds(type);
  return isKnown ? { entity, receiver: use.receiver, type } : undefined;
}

/** `rows / 255`, `np.log1p(rows)`, `rows.apply(np.log1p)`. */
function scalingOf(entity: Entity): Scaling | undefined {
  const { origin, from, site } = entity;
  if (origin.how === "call") {
    const { path, method, args, call } = origin;
    const [given] = args.positional;
    const what =
      /^(apply|transform|map|applymap|pipe)$/.test(method ?? "") && given?.kind === "symbol" ? given.path : path;
    return what !== undefined && curves.test(what) ? { entity, at: call, what } : undefined;
  }
  if (origin.how !== "operation" || from.length !== 2 || site === undefined) return undefined;
  const [rows, number] = from;
  if (rows?.kind === "literal" || number?.kind !== "literal" || typeof number.value !== "number") return undefined;
  const { value } = number;
  if (origin.operator === "/" && value > 2) return { entity, at: site, what: `/${String(value)}` };
  if (origin.operator === "*" && value > 0 && value < 0.1)
    return { entity, at: site, what: `/${String(Number((1 / value).toPrecision(6)))}` };
  return undefined;
}

function statisticsWorkedInto(model: Model, entity: Entity): readonly Statistic[] {
  const { origin, from } = entity;
  const isChange =
    (origin.how === "operation" && /^[-/]$/.test(origin.operator)) ||
    (origin.how === "call" && origin.method !== undefined && changingMethods.has(origin.method));
  if (!isChange || statisticsIn(model, entity) !== undefined) return [];
  return from.flatMap((part) => statisticsIn(model, part) ?? []).filter(({ isGrouped }) => !isGrouped);
}

/** Steps that leave rows as they were: chosen, copied, cast, put into another container. */
function isPlain(entity: Entity): boolean {
  const { origin } = entity;
  switch (origin.how) {
    case "attribute":
    case "index":
    case "slice":
    case "element":
    case "container":
    case "parameter":
      return true;
    case "call":
      if (origin.path !== undefined && plainFunctions.test(origin.path)) return true;
      if (stackedIn(entity).length > 0) return false;
      return origin.method !== undefined && plainMethods.has(origin.method) && isNotOwn(origin.receiver);
    default:
      return false;
  }
}

function isNotOwn(receiver: Value | undefined): boolean {
  return alternatives(receiver).every((option) => option.kind !== "entity" || option.class === undefined);
}

const curves = /^numpy\.(log|log1p|log10|log2|sqrt|cbrt|square|exp|expm1|arcsinh|tanh)$/;
const plainFunctions =
  /^(pandas\.(read_\w+|DataFrame|Series)|numpy\.(load|array|asarray|loadtxt|genfromtxt|float\d*|squeeze|expand_dims|reshape|ravel|c_)|sklearn\.datasets\.\w+|keras\.datasets\.\w+\.load_data|tensorflow\.(constant|convert_to_tensor)|sklearn\.model_selection\.(\w+\.)*(train_test_split|\w+\.split)|xgboost\.DMatrix|torch\.(tensor|as_tensor|from_numpy|FloatTensor|Tensor|load)|torch\.utils\.data\.(DataLoader|TensorDataset|Subset|random_split)|builtins\.(list|tuple|next|enumerate|zip|range|len))$/;
const plainMethods: ReadonlySet<string> = new Set([
  "drop",
  "copy",
  "astype",
  "to_numpy",
  "reshape",
  "dropna",
  "sample",
  "head",
  "reset_index",
  "set_index",
  "get",
  "pop",
  "select_dtypes",
  "toarray",
  "todense",
  "tolist",
  "query",
  "sort_values",
  "rename",
  "squeeze",
  "ravel",
  "flatten",
  "float",
  "to",
  "cuda",
  "cpu",
  "view",
  "unsqueeze",
  "filter",
  "to_frame",
  "isin",
  "isna",
  "notna",
  "take",
  "split",
]);

import type { Call } from "../../syntax/expressions.js";
import { writtenColumns } from "./columns.js";
import { wayOfColumn, type Column } from "./frame-columns.js";
import { targetColumns } from "./leaked-targets.js";
import { lineageOf, writtenInto, type Step } from "./lineage.js";
import { modelInputs, type ModelInput } from "./model-inputs.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { timeEvidence } from "./time-order.js";
import { alternatives, argument, type CallArguments, type Entity, type Value } from "../values.js";

/** A feature that is made of later rows. */
export interface LookAhead {
  readonly at: Call;
  readonly kind: "shift" | "fill" | "window" | "reversed";
  /** The column that it was written to. */
  readonly column: string | undefined;
}

/** Every call that brings values of later rows into the features of a model, once each. */
export function lookAheads(model: Model): readonly LookAhead[] {
  const candidates = model.allCalls.flatMap((event) => {
    const kind = event.unit.form === model.form ? kindOf(event) : undefined;
    return kind === undefined || event.result.kind !== "entity" ? [] : [{ event, kind, made: event.result }];
  });
  if (candidates.length === 0) return [];
  const found = new Map<Call, LookAhead>();
  for (const { event, kind, made } of candidates) {
    if (found.has(event.call)) continue;
    for (const input of modelInputs(model)) {
      const feature = featureMadeOf(model, made, event, input, kind === "fill" || kind === "window");
      if (feature === undefined) continue;
      if (kind === "fill" && timeEvidence(model, [event.receiver ?? made, input.features]) === undefined) continue;
      found.set(event.call, { at: event.call, kind, column: feature === "" ? undefined : feature });
      break;
    }
  }
  return [...found.values()];
}

function kindOf({ method, args, receiver }: CallEvent): LookAhead["kind"] | undefined {
  switch (method) {
    case "shift":
    case "diff":
    case "pct_change": {
      const by = argument(args, 0, "periods") ?? args.named.get("n");
      return by?.kind === "literal" && typeof by.value === "number" && by.value < 0 && isAlongRows(args)
        ? "shift"
        : undefined;
    }
    case "rolling":
    case "rolling_mean": {
      const centre = args.named.get("center");
      return centre?.kind === "literal" && centre.value === true && isAlongRows(args) ? "window" : undefined;
    }
    case "bfill":
    case "backfill":
      return isAlongRows(args) && !isFilledForward(receiver) ? "fill" : undefined;
    case "fillna":
      return isOneOf(args.named.get("method"), /^(bfill|backfill)$/) && isAlongRows(args) && !isFilledForward(receiver)
        ? "fill"
        : undefined;
    case "fill_null":
      return isOneOf(args.named.get("strategy"), /^backward$/) && !isFilledForward(receiver) ? "fill" : undefined;
    case "interpolate":
      return isOneOf(args.named.get("limit_direction"), /^(both|backward)$/) && isAlongRows(args) ? "fill" : undefined;
    case "cumsum":
    case "cummax":
    case "cummin":
    case "expanding":
    case "ewm":
      return isReversed(receiver) ? "reversed" : undefined;
    default:
      return undefined;
  }
}

/** `rows.ffill().bfill()`: all that is left to fill stands before the first value. */
function isFilledForward(value: Value | undefined): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity" || option.origin.how !== "call") return false;
    const { method, args } = option.origin;
    if (method === "fillna") return isOneOf(args.named.get("method"), /^(ffill|pad)$/);
    return method === "fill_null"
      ? isOneOf(args.named.get("strategy"), /^forward$/)
      : /^(ffill|pad)$/.test(method ?? "");
  });
}

function isOneOf(value: Value | undefined, wanted: RegExp): boolean {
  return value?.kind === "literal" && typeof value.value === "string" && wanted.test(value.value);
}

function isAlongRows({ named }: CallArguments): boolean {
  const axis = named.get("axis");
  return axis === undefined || (axis.kind === "literal" && (axis.value === 0 || axis.value === "index"));
}

/** `rows[::-1]`. */
function isReversed(value: Value | undefined): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity" || option.origin.how !== "slice") return false;
    const { by } = option.origin;
    if (by.kind !== "Slice" || by.step === undefined) return false;
    return /^-1$/.test(option.unit.form.text.slice(by.step.start, by.step.end));
  });
}

/** The column by which something gets into the features, "" where it gets there by itself; undefined where it does not, or nobody knows. */
function featureMadeOf(
  model: Model,
  made: Entity,
  event: CallEvent,
  input: ModelInput,
  isNoTarget: boolean,
): string | undefined {
  const { features, target } = input;
  const steps = lineageOf(model, features);
  const own = steps.find(({ entity }) => entity === made);
  const entities = steps.map(({ entity }) => entity);
  if (own === undefined && !isChangedInPlace(event, entities)) return undefined;
  const columns = columnsMadeOf(model, made, entities);
  // Nobody fills or smooths rows to make a target of them.
  if (columns === undefined) return isNoTarget ? "" : undefined;
  if (columns.length === 0) return !isNoTarget && own !== undefined && isJoinedAndCut(own) ? undefined : "";
  const targets = target === undefined ? [] : targetColumns(model, features, target);
  const feature = columns.find(
    (column) => !targets.some(({ name }) => name === column.name) && wayOfColumn(model, features, column) !== undefined,
  );
  return feature === undefined ? undefined : String(feature.name);
}

/** Put beside other columns, of which some were left out afterwards: it may be one of those. */
function isJoinedAndCut(step: Step): boolean {
  let isCut = false;
  const below: Entity[] = [];
  for (let at = step.below; at !== undefined; at = at.below) below.unshift(at.entity);
  for (const { origin } of below) {
    const isJoin =
      origin.how === "call" &&
      /^(concat|join|merge|insert|hstack|column_stack)$/.test(origin.method ?? origin.path?.replace(/.*\./, "") ?? "");
    if (isJoin && isCut) return true;
    isCut ||=
      origin.how === "index" ||
      origin.how === "attribute" ||
      (origin.how === "call" && /^(drop|pop)$/.test(origin.method ?? "")) ||
      (origin.how === "slice" && origin.by.kind === "Sequence");
  }
  return false;
}

/** `frame.bfill(inplace=True)`. */
function isChangedInPlace({ args, receiver }: CallEvent, entities: readonly Entity[]): boolean {
  const flag = args.named.get("inplace");
  return flag?.kind === "literal" && flag.value === true && entities.some((entity) => entity === receiver);
}

/** The columns on the way that were written with it, or with something made of it; undefined where nobody knows which. */
function columnsMadeOf(model: Model, made: Entity, entities: readonly Entity[]): readonly Column[] | undefined {
  const found: Column[] = [];
  const isMadeOf = (value: Value): boolean => lineageOf(model, value).some(({ entity }) => entity === made);
  for (const frame of entities) {
    for (const held of writtenInto(model, frame)) {
      for (const option of alternatives(held)) {
        if (option.kind !== "entity" || option.site === undefined || frame.origin.how === "container") continue;
        const names = writtenColumns(model).get(option.site);
        if (!isMadeOf(option)) continue;
        if (names === undefined) return undefined;
        for (const name of names) found.push({ frame, name });
      }
    }
    const { origin } = frame;
    if (origin.how !== "call" || (origin.method !== "assign" && origin.method !== "with_columns")) continue;
    for (const [name, value] of origin.args.named) if (isMadeOf(value)) found.push({ frame, name });
  }
  return found;
}

import type { Call } from "../../syntax/expressions.js";
import { writtenColumns } from "./columns.js";
import { wayOfColumn, type Column } from "./frame-columns.js";
import { targetColumns } from "./leaked-targets.js";
import { lineageOf } from "./lineage.js";
import { modelInputs, type ModelInput } from "./model-inputs.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { timeEvidence } from "./time-order.js";
import { isUnitTestFile } from "../code/unit-tests.js";
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
  if (isUnitTestFile(model.form)) return [];
  const candidates = model.allCalls.flatMap((event) => {
    const kind = event.unit.form === model.form ? kindOf(event) : undefined;
    return kind === undefined || event.result.kind !== "entity" ? [] : [{ event, kind, made: event.result }];
  });
  if (candidates.length === 0) return [];
  const found = new Map<Call, LookAhead>();
  for (const { event, kind, made } of candidates) {
    if (found.has(event.call)) continue;
    for (const input of modelInputs(model)) {
      const feature = featureMadeOf(model, made, event, input);
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
      return isAlongRows(args) ? "fill" : undefined;
    case "fillna":
      return isOneOf(args.named.get("method"), /^(bfill|backfill)$/) && isAlongRows(args) ? "fill" : undefined;
    case "fill_null":
      return isOneOf(args.named.get("strategy"), /^backward$/) ? "fill" : undefined;
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
function featureMadeOf(model: Model, made: Entity, event: CallEvent, input: ModelInput): string | undefined {
  const { features, target } = input;
  const steps = lineageOf(model, features);
  const isThere =
    steps.some(({ entity }) => entity === made) ||
    isChangedInPlace(
      event,
      steps.map(({ entity }) => entity),
    );
  if (!isThere) return undefined;
  const columns = columnsMadeOf(
    model,
    made,
    steps.map(({ entity }) => entity),
  );
  if (columns.length === 0) return "";
  const targets = target === undefined ? [] : targetColumns(model, features, target);
  const feature = columns.find(
    (column) => !targets.some(({ name }) => name === column.name) && wayOfColumn(model, features, column) !== undefined,
  );
  return feature === undefined ? undefined : String(feature.name);
}

/** `frame.bfill(inplace=True)`. */
function isChangedInPlace({ args, receiver }: CallEvent, entities: readonly Entity[]): boolean {
  const flag = args.named.get("inplace");
  return flag?.kind === "literal" && flag.value === true && entities.some((entity) => entity === receiver);
}

/** The columns of the frames on the way that were written with it, or with something made of it. */
function columnsMadeOf(model: Model, made: Entity, frames: readonly Entity[]): readonly Column[] {
  const found: Column[] = [];
  for (const frame of frames) {
    for (const held of model.heldBy(frame)) {
      for (const option of alternatives(held)) {
        const names =
          option.kind === "entity" && option.site !== undefined ? writtenColumns(model).get(option.site) : undefined;
        if (names === undefined || !lineageOf(model, option).some(({ entity }) => entity === made)) continue;
        for (const name of names) found.push({ frame, name });
      }
    }
  }
  return found;
}

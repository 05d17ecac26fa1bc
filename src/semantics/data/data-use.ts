import type { Expression } from "../../syntax/expressions.js";
import { givenArguments, setByKey } from "../code/given-arguments.js";
import type { CallEvent, Frame } from "../follow/run.js";
import { alternatives, type Entity, type Value } from "../values.js";
import type { Role } from "./roles.js";

/**
 * What is done with rows: something is fitted on them, a search chooses by them, a model is fitted and scored on their folds, a
 * training is watched on them, what was fitted is applied to them, they are predicted, or a score is worked out on them.
 */
export type UseKind = "fit" | "tune" | "validate" | "watch" | "transform" | "predict" | "score";

/** A use as its library shows it. */
export interface RawUse {
  readonly kind: UseKind;
  readonly event: CallEvent;
  /** What is fitted, applied or scored: one object, several of which branches or a loop leave open which it is, none that is known. */
  readonly models: readonly Entity[];
  readonly data: Value;
  /** The right answers that are given beside the rows. */
  readonly target?: Value | undefined;
  /** The expression that gives the rows, and where it stands. */
  readonly given: { readonly expression: Expression; readonly frame: Frame } | undefined;
  /** True where what is watched decides: when training stops, or which state is kept. */
  readonly decides?: boolean;
  /** When it happens, in `model.allCalls`, where that is not when the call is seen: a framework calls at its own time. */
  readonly order?: number | undefined;
}

export interface DataUse extends RawUse {
  /** Its place in `model.allCalls`. */
  readonly order: number;
  /** What the rows are for; worked out when it is asked. */
  readonly roles: readonly Role[];
}

/** A use by one object, which is the one or may be. */
export interface ObjectUse {
  readonly object: Entity;
  readonly use: DataUse;
}

/** The objects whose method a call is; one of several where branches or a loop leave it open. */
export function receiversOf({ receiver, callee }: CallEvent): readonly Entity[] {
  // A method read off one of several objects remembers which one.
  if (receiver?.kind === "union" && callee?.kind === "entity" && callee.origin.how === "attribute")
    return objectsIn(callee.origin.of);
  return objectsIn(receiver);
}

/** The objects that a value may be. */
export function objectsIn(value: Value | undefined): readonly Entity[] {
  return alternatives(value).filter((option) => option.kind === "entity");
}

export type Rows = Pick<RawUse, "data" | "given">;

/** The rows that a call takes at a position or under a name; one out of a dict of arguments is written as it is set, or as the dict. */
export function rowsGiven(event: CallEvent, index: number | undefined, ...names: readonly string[]): Rows | undefined {
  const { args, call, frame } = event;
  const placed = index === undefined ? undefined : args.positional[index];
  const data = placed ?? names.map((name) => args.named.get(name)).find((value) => value !== undefined);
  if (data === undefined) return undefined;
  const written = givenArguments(event).find(
    ({ value, name }) => value === data && (name === undefined) === (placed !== undefined),
  );
  const expression =
    written?.expression ??
    (placed === undefined ? setByKey(event, (name) => names.includes(name)) : undefined) ??
    call.args.find(({ spread }) => spread === (placed === undefined ? "mapping" : "sequence"))?.value;
  return { data, given: expression === undefined ? undefined : { expression, frame } };
}

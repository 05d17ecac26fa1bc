import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Entity, Value } from "../values.js";
import type { Role } from "./roles.js";

/**
 * What is done with rows: a model is fitted on them, a search chooses by them, a training is watched on them, they are
 * predicted, or a score is worked out on them.
 */
export type UseKind = "fit" | "tune" | "watch" | "predict" | "score";

/** A use as its library shows it. */
export interface RawUse {
  readonly kind: UseKind;
  readonly event: CallEvent;
  /** What is fitted or scored, where that is one known object. */
  readonly model: Entity | undefined;
  readonly data: Value;
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
  readonly roles: readonly Role[];
}

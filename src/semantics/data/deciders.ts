import { deciderOf, stoppingNames } from "../../knowledge/watching.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type CallArguments, type Entity, type Value } from "../values.js";

/** Does what a training is watched on decide anything: when it stops, or which state is kept? */
export function watchDecides(model: Model, event: CallEvent, trained: Entity | undefined): boolean {
  const makings = trained === undefined ? [] : [trained, ...argumentsWithin(trained)];
  const made = makings.flatMap(({ origin }) =>
    origin.how === "call" || origin.how === "instance" ? [origin.args] : [],
  );
  const type = trained?.type ?? "";
  if (/^catboost\./.test(type) || event.path === "catboost.train") return !isOff(event.args, made, "use_best_model");
  // TabNet stops by what it watches unless it is told not to.
  if (/^pytorch_tabnet\./.test(type)) return !isZero(event.args.named.get("patience"));
  return [event.args, ...made].some(
    (args) => hasStopping(args) || objectsIn(model, args.named.get("callbacks"), 0).some((one) => decides(one)),
  );
}

/** Training arguments and networks that a trainer was made with. */
function argumentsWithin({ origin }: Entity): readonly Entity[] {
  if (origin.how !== "call") return [];
  return [...origin.args.positional, ...origin.args.named.values()].flatMap((value) =>
    value.kind === "entity" && value.origin.how === "call" && /Arguments|Config$/.test(value.origin.path ?? "")
      ? [value]
      : [],
  );
}

function isOff(args: CallArguments, made: readonly CallArguments[], name: string): boolean {
  return [args, ...made].some((given) => {
    const flag = given.named.get(name);
    return flag?.kind === "literal" && flag.value === false;
  });
}

function isZero(value: Value | undefined): boolean {
  return value?.kind === "literal" && !value.value;
}

/** `early_stopping_rounds=50`, by itself or in the dict of parameters. */
function hasStopping(args: CallArguments): boolean {
  return stoppingNames.some((name) => {
    const given = args.named.get(name);
    if (given !== undefined && !(given.kind === "literal" && !given.value)) return true;
    return [...args.positional, ...args.named.values()].some(
      (value) => value.kind === "entity" && value.type === "builtins.dict" && value.fields.has(`[${name}]`),
    );
  });
}

function objectsIn(model: Model, value: Value | undefined, depth: number): readonly Entity[] {
  if (depth > 3) return [];
  return alternatives(value).flatMap((option) => {
    if (option.kind === "tuple") return option.items.flatMap((item) => objectsIn(model, item, depth + 1));
    if (option.kind !== "entity") return [];
    const within = [...(option.items ?? []), ...(option.class === undefined ? model.heldBy(option) : [])];
    const joined = option.origin.how === "operation" ? option.from : [];
    return [option, ...[...within, ...joined].flatMap((item) => objectsIn(model, item, depth + 1))];
  });
}

function decides(callback: Entity): boolean {
  const { origin } = callback;
  if (callback.class !== undefined) return /early_?stop/i.test(callback.class.form.name ?? "");
  if (origin.how !== "call" || origin.path === undefined) return false;
  const decider = deciderOf(origin.path);
  if (decider === undefined) return false;
  const monitor = origin.args.named.get("monitor");
  const watched = monitor?.kind === "literal" && typeof monitor.value === "string" ? monitor.value : undefined;
  const isKeras = /^(keras|tensorflow)\./.test(origin.path);
  // `monitor="loss"` looks at the training loss, where Keras puts `val_` before what it works out on the other rows.
  if (watched !== undefined && (isKeras ? !watched.startsWith("val") : /^train/.test(watched))) return false;
  if (decider === "stops") return true;
  const best = origin.args.named.get("save_best_only");
  return isKeras ? best !== undefined && !(best.kind === "literal" && !best.value) : monitor !== undefined;
}

import { isEvaluator, isLightningTrainer, isModelTrainer } from "../../knowledge/watching.js";
import { frames } from "../code/frames.js";
import { givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Closure, type Entity, type Value } from "../values.js";
import type { RawUse } from "./data-use.js";
import { watchDecides } from "./deciders.js";

/** The uses that a framework makes of what the file's own methods and handlers give it. */
export function hookUses(model: Model): readonly RawUse[] {
  return [...loaderUses(model), ...engineUses(model)];
}

/** `val_dataloader` and `test_dataloader` of a Lightning module or data module: the one is watched, the other scored. */
function loaderUses(model: Model): readonly RawUse[] {
  if (!model.mentions(/def (val|test)_dataloader\b/)) return [];
  const order = model.allCalls.findIndex(({ method, receiver }) => method === "fit" && isTrainer(receiver));
  const fit = model.allCalls[order];
  const trainer = alternatives(fit?.receiver).find((option) => option.kind === "entity");
  const decides = fit !== undefined && watchDecides(model, fit, trainer);
  return model.returns.flatMap(({ form, self, value }): readonly RawUse[] => {
    if (self === undefined || (form.name !== "val_dataloader" && form.name !== "test_dataloader")) return [];
    return loadersIn(value).flatMap((loader): readonly RawUse[] => {
      const event = model.allCalls.find(({ result }) => result === loader);
      const rows = event?.call.args[0];
      if (event === undefined || rows === undefined) return [];
      const use = { event, models: [], data: loader, given: { expression: rows.value, frame: event.frame } };
      return form.name === "val_dataloader"
        ? [{ ...use, kind: "watch", decides, order: Math.max(order, 0) }]
        : [{ ...use, kind: "score", order: model.allCalls.length }];
    });
  });
}

function isTrainer(receiver: Value | undefined): boolean {
  return alternatives(receiver).some(
    (option) => option.kind === "entity" && option.type !== undefined && isLightningTrainer(option.type),
  );
}

function loadersIn(value: Value): readonly Entity[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind === "tuple") return option.items.flatMap((item) => loadersIn(item));
    if (option.kind !== "entity") return [];
    return option.items === undefined ? [option] : option.items.flatMap((item) => loadersIn(item));
  });
}

/** Engines of ignite: what a trainer runs on, and what an evaluator runs on when an epoch of the training ends. */
function engineUses(model: Model): readonly RawUse[] {
  if (!model.uses("ignite")) return [];
  const runs = model.allCalls.filter(({ method }) => method === "run");
  const isMadeBy = (event: CallEvent, made: (path: string) => boolean): boolean =>
    alternatives(event.receiver).some(
      (option) => option.kind === "entity" && option.origin.how === "call" && made(option.origin.path ?? ""),
    );
  const training = runs.find((event) => isMadeBy(event, isModelTrainer));
  const order = training === undefined ? undefined : model.allCalls.indexOf(training);
  return runs.flatMap((event): readonly RawUse[] => {
    const given = givenAs(event, 0, "data");
    if (given === undefined) return [];
    const use = {
      event,
      models: [],
      data: given.value,
      given: { expression: given.expression, frame: event.frame },
    };
    if (isMadeBy(event, isModelTrainer)) return [{ ...use, kind: "fit" }];
    if (!isMadeBy(event, isEvaluator)) return [];
    const handler = [...frames(event.frame)].flatMap(({ closure }) => closure ?? []).find((at) => when(model, at));
    if (handler === undefined) return [{ ...use, kind: "score" }];
    return when(model, handler) === "COMPLETED"
      ? [{ ...use, kind: "score", order: model.allCalls.length }]
      : [{ ...use, kind: "watch", decides: engineDecides(model), order }];
  });
}

/** The event of an engine at which a function is called. */
function when(model: Model, closure: Closure): string | undefined {
  const given = closure.decorators.flatMap((decorator) =>
    decorator.kind === "entity" && decorator.origin.how === "call" && decorator.origin.method === "on"
      ? decorator.origin.args.positional.slice(0, 1)
      : [],
  );
  for (const { method, args } of model.allCalls)
    if (method === "add_event_handler" && alternatives(args.positional[1]).some((one) => isOf(one, closure)))
      given.push(...args.positional.slice(0, 1));
  const [first] = given;
  if (first === undefined) return undefined;
  const path = first.kind === "symbol" ? first.path : "";
  return path.slice(path.lastIndexOf(".") + 1);
}

function isOf(value: Value, { form }: Closure): boolean {
  return value.kind === "closure" && value.form === form;
}

function engineDecides(model: Model): boolean {
  return model.allCalls.some(
    ({ path, args }) =>
      path !== undefined &&
      (/^ignite\.(\w+\.)*(EarlyStopping|ReduceLROnPlateauScheduler)$/.test(path) ||
        (/^ignite\.(\w+\.)*(Model)?Checkpoint$/.test(path) && args.named.has("score_function"))),
  );
}

import { loops } from "../code/frames.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { graphOf } from "../torch/graph.js";
import { forwardPasses } from "../torch/forward-passes.js";
import { isWithin, sharedLoop, updatesOf } from "../torch/training-loop.js";
import type { Value } from "../values.js";
import { lineageOf } from "./lineage.js";
import type { RawUse } from "./data-use.js";

/** What a hand-written loop trains on: where its losses go backward and an optimizer steps. */
export function loopFits(model: Model): readonly RawUse[] {
  const updates = updatesOf(model);
  return graphOf(model).backwards.flatMap(({ event, losses }): readonly RawUse[] => {
    const [loss] = losses;
    // Forces, saliency and penalties are gradients of something else than the weights.
    if (loss === undefined || event.path === "torch.autograd.grad") return [];
    // `accelerator.backward(loss)`: the loss is what it is given.
    const batches = firstOf(losses, (value) => batchesOf(model, event, value));
    const isStepped = updates.some(({ event: step }) =>
      batches === undefined
        ? sharedLoop(step, event) !== undefined || step.frame === event.frame
        : isWithin(step, batches.loop),
    );
    if (!isStepped) return [];
    const given = batches?.given ?? { expression: event.call, frame: event.frame };
    return [{ kind: "fit", event, models: [], data: batches?.value ?? loss, given }];
  });
}

function firstOf<T>(values: readonly Value[], found: (value: Value) => T | undefined): T | undefined {
  for (const value of values) {
    const result = found(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** What a network is run on without being trained. */
export function loopScores(model: Model): readonly RawUse[] {
  return forwardPasses(model).flatMap(({ event, module, feedsTraining }): readonly RawUse[] => {
    const data = event.args.positional[0] ?? [...event.args.named.values()][0] ?? event.args.keyed?.[0];
    const written = event.call.args[0]?.value;
    if (feedsTraining || data === undefined || written === undefined) return [];
    const batches = batchesOf(model, event, data);
    const given = batches?.given ?? { expression: written, frame: event.frame };
    return [{ kind: "predict", event, models: [module], data: batches?.value ?? data, given }];
  });
}

/** The loader that a value's batch comes from: what the innermost loop goes over that the value was made from. */
function batchesOf(
  model: Model,
  event: CallEvent,
  value: Value,
): { readonly value: Value; readonly given: RawUse["given"]; readonly loop: LoopFrame } | undefined {
  const around = [...loops(event.loops)].filter(({ loop }) => loop.iterable !== undefined);
  if (around.length === 0) return undefined;
  const sources = new Set<unknown>(lineageOf(model, value).map(({ entity }) => entity));
  const found = around.find(({ iterable }) => iterable?.kind === "entity" && sources.has(innermost(iterable, sources)));
  if (found?.iterable === undefined || found.loop.iterable === undefined) return undefined;
  return { value: found.iterable, given: placeOfLoop(found), loop: found };
}

/** `enumerate(loader)` hands on what it is given, so a batch comes from the loader itself. */
function innermost(iterable: Value, sources: ReadonlySet<unknown>): Value {
  if (iterable.kind !== "entity" || sources.has(iterable) || iterable.origin.how !== "call") return iterable;
  return iterable.origin.args.positional.find((given) => sources.has(given)) ?? iterable;
}

function placeOfLoop({ loop, frame }: LoopFrame): RawUse["given"] {
  return loop.iterable === undefined ? undefined : { expression: loop.iterable, frame };
}

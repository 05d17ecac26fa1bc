import { blockingReads, loopWork } from "../../knowledge/tfjs.js";
import { frames, loops } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { isTestPath } from "../code/test-paths.js";
import { uniqueCalls } from "../code/unique.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { isTfjsFit } from "./fits.js";
import { eventsByCall, handedTo } from "./making.js";
import { encloses } from "./order.js";
import { isDrawn } from "./repeats.js";
import { isTensor } from "./tensors.js";

/** A read that makes the page wait for the GPU, over and over. */
export interface BlockingRead {
  readonly event: CallEvent;
  readonly where: "render" | "train" | "loop";
}

export const blockingReadsInLoops = perModel((model): readonly BlockingRead[] => {
  // A script of Node has nothing to draw meanwhile.
  if (isTestPath(model.path) || isForNode(model)) return [];
  const reads = model.calls.filter(isBlockingRead);
  if (reads.length === 0) return [];
  return uniqueCalls(reads).flatMap((first): readonly BlockingRead[] => {
    const ways = reads.filter(({ call }) => call === first.call);
    const where = ways.map((event) => whereOf(model, event)).find((one) => one !== undefined);
    return where === undefined ? [] : [{ event: first, where }];
  });
});

function isForNode({ form }: Model): boolean {
  return /["'](@tensorflow\/tfjs-node(-gpu)?|(node:)?(fs|path|process|child_process|worker_threads)(\/promises)?)["']|^#!/.test(
    form.text,
  );
}

function isBlockingRead({ method, receiver }: CallEvent): boolean {
  if (method === undefined || !blockingReads.has(method)) return false;
  return alternatives(receiver).every((one) => one.kind !== "entity" || one.class === undefined || isTensor(one));
}

function whereOf(model: Model, event: CallEvent): BlockingRead["where"] | undefined {
  if (isDrawn(model, event)) return "render";
  for (const loop of loops(event.loops)) {
    const work = workIn(model, loop);
    if (work !== undefined) return work;
  }
  // What a model calls while it trains.
  const callers = [...frames(event.frame)].flatMap(({ call }) => call ?? []);
  const isCallback = [...callers, ...handedTo(event.unit.form, event.call)].some(
    (call) => eventsByCall(model).get(call)?.some(isTfjsFit) === true,
  );
  return isCallback ? "train" : undefined;
}

/** Does the loop train, draw, or ask a model in each turn? */
function workIn(model: Model, loop: LoopFrame): BlockingRead["where"] | undefined {
  let found: BlockingRead["where"] | undefined;
  for (const events of eventsByCall(model).values())
    for (const { method, loops: around, callee } of events) {
      if (method === undefined || callee?.kind === "closure" || !loopWork.test(method) || !encloses(loop, around))
        continue;
      if (method === "nextFrame") return "render";
      found = /^(predict|execute)/.test(method) ? (found ?? "loop") : "train";
    }
  return found;
}

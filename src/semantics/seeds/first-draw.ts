import {
  drawsFromNumpy,
  drawsFromTorch,
  isLayerContainer,
  isLoader,
  makesNumpyGenerator,
} from "../../knowledge/random-draws.js";
import type { Call } from "../../syntax/expressions.js";
import { isReachedByScript, trainsAsScript } from "../code/entry-point.js";
import { forwardPasses, hasSyntheticInput } from "../torch/forward-passes.js";
import { frames } from "../code/frames.js";
import type { Model } from "../model.js";
import { isModuleClassLike, isPretrained } from "../torch/modules.js";
import { isOnlyShown, samplesAsScript } from "./draw-uses.js";
import type { CallEvent, Frame } from "../follow/run.js";
import { isBenchmark } from "../code/benchmarks.js";
import { alternatives } from "../values.js";

/** Where a script draws, and the place in the checked file that stands for it: `Net()` for the layers that it makes. */
export interface Draw {
  readonly event: CallEvent;
  readonly call: Call;
  /** The function of the file that the place stands in, and who called it. */
  readonly frame: Frame;
}

/** Where a training script first draws from torch's generator: weights, splits, shuffles. */
export function firstTorchDraw(model: Model): Draw | undefined {
  if (isBenchmark(model.form) || !trainsAsScript(model) || isTimedTrial(model)) return undefined;
  return firstOf(model, ({ path, args, result }) => {
    if (path === undefined || args.named.has("generator")) return false;
    if (isLoader(path)) return isTrue(args.named.get("shuffle") ?? args.positional[2]);
    return drawsFromTorch(path) && !(result.kind === "entity" && isPretrained(result));
  });
}

/** Is a clock read around training on nothing but made-up data? */
function isTimedTrial(model: Model): boolean {
  if (!/\bperf_counter\b|\btime\.time\(|\benable_timing\b/.test(model.form.text)) return false;
  const trained = forwardPasses(model).filter(({ trains }) => trains);
  return trained.length > 0 && trained.every(({ event }) => hasSyntheticInput(model, event));
}

/** Where a script first draws from numpy's global generator for something that counts. */
export function firstNumpyDraw(model: Model): Draw | undefined {
  if (isBenchmark(model.form)) return undefined;
  const draws = (event: CallEvent): boolean => event.path !== undefined && drawsFromNumpy(event.path);
  if (trainsAsScript(model)) return firstOf(model, (event) => draws(event) && !isOnlyShown(model, event));
  return samplesAsScript(model, draws) ? firstOf(model, draws) : undefined;
}

/** Where a script first makes a generator without a seed, which `np.random.seed` does not help. */
export function unseededGenerator(model: Model): Draw | undefined {
  if (isBenchmark(model.form)) return undefined;
  const makes = ({ path, args, call }: CallEvent): boolean =>
    path !== undefined &&
    makesNumpyGenerator(path) &&
    !args.open &&
    call.args.every(({ value }) => value.kind === "Literal" && value.value === null);
  const found = firstOf(model, (event) => makes(event) && !isFallback(model, event));
  return found !== undefined && (trainsAsScript(model) || samplesAsScript(model, makes)) ? found : undefined;
}

/** `rng = rng or default_rng()`, and the same under `if rng is None`: what is made when nobody gave one. */
function isFallback(model: Model, { branches, call }: CallEvent): boolean {
  const line = model.form.text.slice(model.form.text.lastIndexOf("\n", call.start) + 1, call.start);
  if (/\b(or|if|else)\b/.test(line)) return true;
  for (let at = branches; at !== undefined; at = at.parent)
    if (/\bNone\b|\bnot\b|isinstance/.test(at.frame.unit.form.text.slice(at.branch.test.start, at.branch.test.end)))
      return true;
  return false;
}

function firstOf(model: Model, test: (event: CallEvent) => boolean): Draw | undefined {
  for (const event of model.allCalls) {
    if (!test(event) || !isReachedByScript(model, event)) continue;
    const draw = placeOf(model, event);
    if (draw !== undefined) return draw;
  }
  return undefined;
}

/** The weights of a module are drawn where it is made; what other files draw, where this one calls them. */
function placeOf(model: Model, event: CallEvent): Draw | undefined {
  let { call, frame }: { readonly call: Call | undefined; readonly frame: Frame | undefined } = event;
  const around = [...frames(event.frame)];
  const constructor = around.findLast(isModuleConstructor);
  if (constructor !== undefined) ({ call, caller: frame } = constructor);
  while (frame !== undefined && frame.unit.path !== model.path) ({ call, caller: frame } = frame);
  if (call === undefined || frame === undefined) return undefined;
  return { event, call: containerAround(model, call) ?? call, frame };
}

function isModuleConstructor({ closure }: Frame): boolean {
  return closure?.owner !== undefined && closure.form.name === "__init__" && isModuleClassLike(closure.owner);
}

/** The outermost `nn.Sequential(...)` that a layer is written in. */
function containerAround(model: Model, inner: Call): Call | undefined {
  return model.calls
    .filter(({ path, call }) => path !== undefined && isLayerContainer(path) && isAround(call, inner))
    .map(({ call }) => call)
    .sort((a, b) => a.start - b.start)[0];
}

function isAround(outer: Call, inner: Call): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer !== inner;
}

function isTrue(value: CallEvent["result"] | undefined): boolean {
  return alternatives(value).some((option) => option.kind === "literal" && option.value === true);
}

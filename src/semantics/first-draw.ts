import { drawsFromNumpy, drawsFromTorch, makesNumpyGenerator, seedsByItself } from "../knowledge/random-draws.js";
import { isModuleType } from "../knowledge/torch.js";
import { happensInScript, trainsAsScript } from "./entry-point.js";
import type { Model } from "./model.js";
import { isModule } from "./modes.js";
import type { CallEvent } from "./run.js";

/** Where a training script first draws from torch's generator: weights, splits, shuffles; undefined where something seeds it. */
export function firstTorchDraw(model: Model): CallEvent | undefined {
  return firstOf(model, (event) => {
    const { path, args, result, callee } = event;
    if (args.named.has("generator")) return false;
    if (path === undefined) return callee?.kind === "class" && isModule(result);
    if (path === "torch.utils.data.DataLoader") return isTrue(args.named.get("shuffle"));
    return drawsFromTorch(path) || (isModuleType(path) && !isPlain(path) && result.kind === "entity");
  });
}

/** Where a training script first draws from numpy's global generator, or makes a generator without a seed. */
export function firstNumpyDraw(model: Model): CallEvent | undefined {
  return firstOf(model, ({ path }) => path !== undefined && drawsFromNumpy(path));
}

/** Generators without a seed are not helped by `np.random.seed`. */
export function unseededGenerator(model: Model): CallEvent | undefined {
  return firstOf(
    model,
    ({ path, args }) =>
      path !== undefined &&
      makesNumpyGenerator(path) &&
      !args.open &&
      args.positional.length === 0 &&
      args.named.size === 0,
  );
}

function firstOf(model: Model, test: (event: CallEvent) => boolean): CallEvent | undefined {
  const first = model.calls.find((event) => test(event) && happensInScript(event));
  if (first === undefined || !trainsAsScript(model)) return undefined;
  return model.calls.some((event) => handsOnSeed(event)) ? undefined : first;
}

/** A trainer that seeds by itself, or anybody who is given a seed: `Config(seed=3)`, `run(seed=args.seed)`. */
function handsOnSeed({ path, args }: CallEvent): boolean {
  if (path !== undefined && seedsByItself(path)) return true;
  return ["seed", "random_seed", "rng_seed", "global_seed", "manual_seed"].some((name) => args.named.has(name));
}

/** Layers without weights, and containers of layers. */
function isPlain(path: string): boolean {
  return (
    /\.(\w*Loss|ReLU\d?|Sigmoid|Tanh|Flatten|Softmax|Dropout\w*|\w*Pool\dd|DataParallel|DistributedDataParallel|Sequential|ModuleList|ModuleDict|Identity)$/.test(
      path,
    ) || /^torch\.(hub|load)/.test(path)
  );
}

function isTrue(value: { readonly kind: string } | undefined): boolean {
  return value?.kind === "literal" && "value" in value && value.value === true;
}

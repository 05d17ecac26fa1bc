import { calledPaths } from "../code/called-paths.js";
import type { BranchFrame, CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isOwnBuffer, isTorchLoad } from "./torch-loads.js";
import { ancestors } from "./graph.js";
import { alternatives, argument } from "../values.js";

/** Loads of checkpoints that do not say where to, in a file that runs on whatever device there is. */
export function loadsOnAnyDevice(model: Model): readonly CallEvent[] {
  const loads = model.calls.filter((event) => isTorchLoad(event) && !saysWhere(event));
  if (loads.length === 0 || !choosesDevice(model)) return [];
  const states = ancestors(
    model,
    model.allCalls.flatMap(({ method, args }) =>
      method !== undefined && loadsWeights.test(method) ? [...args.positional, ...args.named.values()] : [],
    ),
  );
  return loads.filter(
    (event) =>
      !isOwnBuffer(model, event) &&
      !isOnGpu(event.branches) &&
      alternatives(event.result).some(
        (result) => result.kind === "entity" && (states.has(result) || behavesLikeModel(result.methodsCalled)),
      ),
  );
}

const loadsWeights = /^_?load_state_dict$|^load_from_state_dict$|^load_weights$/;

function saysWhere({ args, call }: CallEvent): boolean {
  const given = argument(args, 1, "map_location");
  if (given !== undefined)
    return !alternatives(given).some((option) => option.kind === "literal" && option.value === null);
  return args.open || call.args.some(({ spread }) => spread !== "none");
}

/** A whole model that was saved. */
function behavesLikeModel(methods: ReadonlySet<string>): boolean {
  return methods.has("eval") || methods.has("parameters") || methods.has("state_dict");
}

const availability = /^torch\.(cuda|backends\.mps|mps|xpu)\.(is_available|device_count)$/;
const defaults = /^torch\.(set_default_device|cuda\.set_device|set_default_tensor_type)$/;

/** Does the file ask which devices there are, or run on the CPU, without setting one for everything? */
function choosesDevice({ form }: Model): boolean {
  const paths = calledPaths(form);
  if (paths.some(({ path }) => defaults.test(path))) return false;
  return (
    paths.some(({ path }) => availability.test(path)) ||
    paths.some(
      ({ path, call }) =>
        (path === "torch.device" || path.endsWith(".to")) &&
        call.args[0]?.value.kind === "Literal" &&
        call.args[0].value.value === "cpu",
    )
  );
}

/** Where a graphics card was found to be there. */
function isOnGpu(branches: BranchFrame | undefined): boolean {
  for (let at = branches; at !== undefined; at = at.parent) {
    const { test } = at.branch;
    const text = at.frame.unit.form.text.slice(test.start, test.end);
    if (/is_available\(\)|use_?(cuda|gpu)|\.is_cuda|device\b.*cuda/i.test(text) && at.taken !== /^not\b/.test(text))
      return true;
  }
  return false;
}

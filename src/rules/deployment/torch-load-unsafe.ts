import type { CallEvent } from "../../semantics/follow/run.js";
import { isForOldTorch, isOwnBuffer, isTorchLoad } from "../../semantics/torch/torch-loads.js";
import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { alternatives, argument, type Value } from "../../semantics/values.js";
import type { WorkspaceFacts } from "../../semantics/workspace.js";
import type { Model } from "../../semantics/model.js";
import { defineRule, type Report } from "../rule.js";
import { addArgument, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "torch-load-unsafe",
    stage: "deployment",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A checkpoint is unpickled without `weights_only=True`",
    why: "A file in pickle format runs any code that its author put there as soon as it is loaded; before torch 2.6, `torch.load` does so by default.",
    fix: "Pass `weights_only=True`, or keep the weights in a format such as safetensors.",
    guide: "deployment/model-loading#untrusted-files",
    sources: [{ title: "PyTorch: torch.load", url: "https://docs.pytorch.org/docs/stable/generated/torch.load.html" }],
    fixable: "suggestion",
    libraries: ["torch"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: 'import torch\n\nstate = torch.load("model.pt", map_location="cpu")\n',
      good: 'import torch\n\nstate = torch.load("model.pt", map_location="cpu", weights_only=True)\n',
    },
    {
      title: "Asking for everything is unsafe in every version.",
      bad: "import torch\n\ndef restore(path):\n    return torch.load(path, weights_only=False)\n",
      good: "from safetensors.torch import load_file\nimport torch\n\ndef restore(path):\n    return load_file(path)\n",
    },
  ],

  *check(model) {
    if (isUnitTestFile(model.form)) return;
    for (const event of model.calls) {
      if (!isTorchLoad(event)) continue;
      const danger = dangerOf(event, model.workspace.facts);
      if (danger === undefined || isOwnBuffer(model, event)) continue;
      if (danger === "default" && isForOldTorch(model, event)) continue;
      if (danger === "asked" && isChosenByCaller(event)) continue;
      yield report(model, event, danger);
    }
  },
});

type Danger = "default" | "asked" | "pickle-module";

function dangerOf({ args, call }: CallEvent, facts: WorkspaceFacts): Danger | undefined {
  const flag = args.named.get("weights_only");
  // What is passed on in `**kwargs` is for others to decide, even where a default is seen.
  if (args.open && !call.args.some((given) => given.name === "weights_only")) return undefined;
  if (flag !== undefined) return isLiteral(flag, false) ? "asked" : undefined;
  const pickle = argument(args, 2, "pickle_module");
  // A pickle module of one's own turns the safe default off again.
  if (pickle !== undefined && !isLiteral(pickle, null)) return "pickle-module";
  const [major, minor] = facts.torchAtLeast ?? [0, 0];
  return major > 2 || (major === 2 && minor >= 6) ? undefined : "default";
}

/** Some callers of the function around it ask for weights only, or may. */
function isChosenByCaller({ call, frame }: CallEvent): boolean {
  const given = call.args.find(({ name }) => name === "weights_only")?.value;
  const param = frame.closure?.form.params.find(({ name }) => given?.kind === "Name" && name === given.id);
  if (param === undefined) return false;
  const usual = param.defaultValue;
  return usual === undefined || !(usual.kind === "Literal" && usual.value === false);
}

function isLiteral(value: Value, wanted: boolean | null): boolean {
  return alternatives(value).every((option) => option.kind === "literal" && option.value === wanted);
}

const messages = {
  default: "Before torch 2.6 this runs whatever code the file holds: pass `weights_only=True`.",
  asked: "`weights_only=False` runs whatever code the file holds: pass `weights_only=True`.",
  "pickle-module": "A pickle module of your own runs whatever code the file holds: load it with `weights_only=True`.",
} as const satisfies Record<Danger, string>;

function report(model: Model, { call }: CallEvent, danger: Danger): Report {
  const at = nameOf(model, call);
  const message = messages[danger];
  const written = call.args.find((given) => given.name === "weights_only");
  // `weights_only=True` and a pickle module exclude each other, and a partial's argument stands elsewhere.
  if (danger === "pickle-module" || (danger === "asked" && written === undefined)) return { at, message };
  const edit =
    written === undefined
      ? addArgument(model, call, "weights_only=True")
      : { start: written.start, end: written.end, newText: "weights_only=True" };
  const title = written === undefined ? "Add `weights_only=True`" : "Load weights only";
  return { at, message, fixes: [{ title, safety: "suggestion", edits: [edit] }] };
}

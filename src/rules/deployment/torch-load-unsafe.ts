import { type UnsafeLoad, unsafeLoads } from "../../semantics/torch/torch-loads.js";
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
    topics: ["checkpoints"],
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
    for (const load of unsafeLoads(model)) yield report(model, load);
  },
});

const wholeModule =
  "A whole module in a file runs whatever code comes with it: save its `state_dict()`, and load that with `weights_only=True`.";

const messages = {
  default: "Before torch 2.6 this runs whatever code the file holds: pass `weights_only=True`.",
  asked: "`weights_only=False` runs whatever code the file holds: pass `weights_only=True`.",
  "pickle-module": "A pickle module of your own runs whatever code the file holds: load it with `weights_only=True`.",
} as const satisfies Record<UnsafeLoad["danger"], string>;

function report(model: Model, { event: { call }, danger, isModule }: UnsafeLoad): Report {
  const at = nameOf(model, call);
  if (isModule) return { at, message: wholeModule };
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

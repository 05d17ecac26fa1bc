import { uniqueCalls } from "../../semantics/code/unique.js";
import { loadsOnAnyDevice } from "../../semantics/torch/load-devices.js";
import { defineRule } from "../rule.js";
import { addArgument, nameOf, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "torch-load-no-map-location",
    stage: "deployment",
    languages: ["python"],
    severity: "warning",
    preset: "strict",
    summary: "A checkpoint is loaded onto the device that it was saved on",
    why: "`torch.load` puts each tensor back where it was. Code that chooses its device at run time fails with such a file as soon as that device is not there, or fills the memory of another one.",
    fix: 'Pass `map_location`: the chosen device, or `"cpu"` before the model is moved.',
    guide: "deployment/model-loading#device-of-a-checkpoint",
    sources: [{ title: "PyTorch: torch.load", url: "https://docs.pytorch.org/docs/stable/generated/torch.load.html" }],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["checkpoints"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
model = build_model().to(device)
model.load_state_dict(torch.load("best.pt", weights_only=True))
model.eval()
`,
      good: `import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
model = build_model().to(device)
model.load_state_dict(torch.load("best.pt", weights_only=True, map_location=device))
model.eval()
`,
    },
  ],

  *check(model) {
    for (const { call } of uniqueCalls(loadsOnAnyDevice(model))) {
      yield {
        at: call,
        message: `\`${model.text(nameOf(model, call))}\` needs the device that this was saved on, and the file chooses its device at run time: pass \`map_location\`.`,
        fixes: suggest('Pass `map_location="cpu"`', addArgument(model, call, 'map_location="cpu"')),
      };
    }
  },
});

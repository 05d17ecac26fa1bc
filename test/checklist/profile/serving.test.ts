import { deepEqual, equal, match } from "node:assert/strict";
import type { ProfileKey } from "../../../src/checklist/profile/profile.js";
import { openMemory } from "../open-memory.js";

const facts = async (
  texts: Readonly<Record<string, string>>,
  ...keys: readonly ProfileKey[]
): Promise<readonly (boolean | undefined)[]> => {
  const { profile } = await openMemory({ "pyproject.toml": '[project]\nname = "a"\n', ...texts });
  return keys.map((key) => profile.facts[key].value);
};

const completions = [
  "from fastapi import FastAPI",
  "app = FastAPI()",
  '@app.post("/v1/completions")',
  "async def completions(request):",
  "    return await queue.submit(request.prompt)",
  "",
].join("\n");
const engine = "def load(path):\n    from llama_cpp import Llama\n    return Llama(path)\n";

describe("what serves, where no call leads from the route to the model", () => {
  it("is a route that is named for it, beside an engine", async () => {
    deepEqual(await facts({ "app.py": completions, "engine.py": engine }, "serving", "online", "library"), [
      true,
      true,
      false,
    ]);
  });

  it("is no route of a project without a model", async () => {
    deepEqual(await facts({ "app.py": completions }, "serving", "library"), [false, true]);
  });

  it("is a service of gRPC", async () => {
    const servicer = [
      "import torch",
      "import inference_pb2_grpc",
      "class Servicer(inference_pb2_grpc.InferenceServiceServicer):",
      "    async def Infer(self, request, context):",
      "        return await self.batcher.put(torch.tensor(request.ids))",
      "",
    ].join("\n");
    const { profile } = await openMemory({ "server.py": servicer });
    equal(profile.facts.serving.value, true);
    match(profile.facts.serving.why, /Servicer\.Infer of server\.py/);
  });

  it("gives recommendations that were made before", async () => {
    const app = completions.replace("post", "get").replace("/v1/completions", "/users/{user}/recommendations");
    const train = "from sklearn.decomposition import NMF\nNMF().fit(table)\n";
    deepEqual(await facts({ "app.py": app, "train.py": train }, "serving"), [true]);
  });

  it("is neither a look into a dictionary nor a helper of a server's package", async () => {
    const model = [
      "import torch",
      "class Net(torch.nn.Module):",
      "    @classmethod",
      "    def scores(cls, x):",
      "        with torch.no_grad():",
      "            return x",
      "",
    ].join("\n");
    const use = "from model import Net\ndef kind(registry):\n    return registry.state().get(Net.scores)\n";
    deepEqual(await facts({ "model.py": model, "use.py": use }, "serving"), [false]);
    const analytics = "def send(event):\n    from bentoml._internal.utils.analytics import track\n    track(event)\n";
    deepEqual(await facts({ "analytics.py": analytics }, "serving"), [false]);
  });
});

describe("what trains", () => {
  it("is no trainer that is only made to save a model with", async () => {
    const callback = "from transformers import Trainer\ndef save(model):\n    Trainer(model).save_model('out')\n";
    deepEqual(await facts({ "callback.py": callback }, "training", "library"), [false, true]);
  });

  it("learns from no table for a metric beside a network, and makes features of images", async () => {
    const train = [
      "import torch",
      "from sklearn.metrics import f1_score",
      "from torchvision import transforms",
      "def run(model, loss):",
      "    model.train()",
      "    loss.backward()",
      "def views():",
      "    return transforms.Compose([transforms.ToTensor()])",
      "run(model, loss)",
      "",
    ].join("\n");
    deepEqual(await facts({ "train.py": train }, "training", "tabular", "features"), [true, false, true]);
  });
});

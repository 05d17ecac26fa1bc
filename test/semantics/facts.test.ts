import { deepEqual } from "node:assert/strict";
import { fileFacts } from "../../src/semantics/facts.js";
import { read } from "../rules/read.js";

const seeds = (code: string): readonly string[] => fileFacts(read("example.py", code).form).seeds;
const everything = ["numpy", "torch", "tensorflow", "random"];

describe("fileFacts", () => {
  it("knows the setters of each library", () => {
    deepEqual(seeds("import numpy as np\nimport torch\nnp.random.seed(3)\ntorch.manual_seed(3)\n"), ["numpy", "torch"]);
    deepEqual(seeds("from numpy.random import seed\nseed(1)\n"), ["numpy"]);
    deepEqual(seeds("import keras\nkeras.utils.set_random_seed(1)\n"), everything);
  });

  it("takes helpers by their names", () => {
    deepEqual(seeds("from pytorch_lightning import seed_everything\nseed_everything(1)\n"), everything);
    deepEqual(seeds("import utils\nutils.seed(1)\n"), everything);
    deepEqual(seeds("from ignite.utils import manual_seed\nmanual_seed(1)\n"), everything);
  });

  it("leaves out what draws a seed, and what seeds an object only", () => {
    deepEqual(
      seeds("import torch\nimport random\nimport numpy as np\ntorch.seed()\nrandom.seed()\nnp.random.seed()\n"),
      [],
    );
    deepEqual(seeds("import torch\ntorch.Generator().manual_seed(0)\ng = torch.Generator()\ng.manual_seed(0)\n"), []);
    deepEqual(seeds("env.seed(0)\nenv.action_space.seed(0)\n"), []);
  });

  it("says nothing of a file that mentions neither", () =>
    deepEqual(fileFacts(read("example.py", "print(1)\n").form), { evaluatesBaseline: false, seeds: [] }));
});

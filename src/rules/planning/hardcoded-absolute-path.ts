import { machinePaths } from "../../semantics/code/machine-paths.js";
import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "hardcoded-absolute-path",
    stage: "planning",
    languages: ["python", "typescript"],
    severity: "hint",
    preset: "recommended",
    summary: "A path exists on one person's machine only",
    why: "A path into somebody's home folder works nowhere else: not for a colleague, not in CI, not on the server that trains the next model.",
    fix: "Take the path from an argument, an environment variable or the configuration, or make it relative to the project.",
    guide: "planning/project-layout#paths",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd

birds = pd.read_csv("/home/nora/projects/birds/sightings.csv")
`,
      good: `from pathlib import Path

import pandas as pd

root = Path(__file__).parent
birds = pd.read_csv(root / "data" / "sightings.csv")
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs-node";

const model = await tf.loadLayersModel("file:///Users/nora/models/birds/model.json");
`,
      good: `import * as tf from "@tensorflow/tfjs-node";

const model = await tf.loadLayersModel(\`file://\${process.env.MODEL_DIR}/model.json\`);
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning || isUnitTestFile(model.form)) return;
    for (const path of machinePaths(model))
      yield {
        at: path,
        message: `\`${shorten(path.text)}\` exists on one machine only: take the path from an argument or the configuration, or make it relative to the project.`,
      };
  },
});

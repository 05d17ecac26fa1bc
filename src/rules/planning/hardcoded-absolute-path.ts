import { usedStrings } from "../../semantics/code/strings.js";
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
    const seen = new Set<string>();
    for (const string of usedStrings(model.form)) {
      const home = homeOf(string.text);
      if (home === undefined || seen.has(string.text)) continue;
      seen.add(string.text);
      yield {
        at: string,
        message: `\`${shorten(string.text)}\` exists on one machine only: take the path from an argument or the configuration, or make it relative to the project.`,
      };
    }
  },
});

/** The home folder that a path leads into, or a drive of Windows; undefined for paths that mean the same on many machines. */
function homeOf(text: string): string | undefined {
  if (text.includes("\n")) return undefined;
  const home = /^(?:file:\/\/)?\/(?:home|Users|mnt\/[a-z]\/Users|media)\/([^/\s]+)\/[^/]/.exec(text)?.[1];
  if (home !== undefined) return isShared(home) ? undefined : home;
  // A path has a folder and a name; `C:\` alone, or a format such as `a:/b`, is something else.
  return /^(?:file:\/\/\/)?[A-Z]:(?:\\+|\/)[\w. -]+(?:\\+|\/)\S/.exec(text)?.[0];
}

/** Accounts that images and services have everywhere, and the placeholders of examples. */
function isShared(account: string): boolean {
  return sharedAccounts.has(account.toLowerCase()) || /[<>{}$*]/.test(account);
}

const sharedAccounts = new Set([
  "jovyan",
  "sagemaker-user",
  "runner",
  "appuser",
  "app",
  "airflow",
  "mambauser",
  "vscode",
  "node",
  "docker",
  "user",
  "username",
  "you",
  "your_name",
  "yourname",
  "your-username",
  "me",
  "shared",
]);

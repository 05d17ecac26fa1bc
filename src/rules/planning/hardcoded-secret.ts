import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { secretsIn } from "../../semantics/code/secrets.js";
import { isTestPath } from "../../semantics/code/test-paths.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "hardcoded-secret",
    stage: "planning",
    languages: ["python", "typescript"],
    severity: "error",
    preset: "recommended",
    summary: "A key or token stands in the code",
    why: "A key in the code is known to all who ever get a copy of it, and stays in the history when the line is deleted; with it strangers train on your account, or read your data.",
    fix: "Read it from the environment or a store of secrets, and replace it at its issuer: whoever has the code has the key.",
    guide: "planning/project-layout#secrets",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from huggingface_hub import HfApi

hub = HfApi(token="${["hf", "QzRvWmKpYtLbNcXaHgJdSfUeOiBkVrMwTy"].join("_")}")
`,
      good: `import os

from huggingface_hub import HfApi

hub = HfApi(token=os.environ["HF_TOKEN"])
`,
    },
    {
      title: "A key of hexadecimal digits is known by the name beside it.",
      bad: `import os

os.environ["WANDB_API_KEY"] = "8f3a61c09de7b25f4410ac9e7d36b8f2051ce94a"
`,
      good: `import wandb

wandb.init(project="birds", config={"commit": "8f3a61c09de7b25f4410ac9e7d36b8f2051ce94a"})
`,
    },
    {
      language: "typescript",
      bad: `import OpenAI from "openai";

const client = new OpenAI({ apiKey: "${["sk", "proj", "Vb7nQ2xLw9ZrTk4mYc8HsD1fGj6PaE3uXi5oBq0NvKtRzMwS"].join("-")}" });
`,
      good: `import OpenAI from "openai";

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
`,
    },
  ],

  *check(model) {
    // What tests hand to a client is made up.
    if (isTestPath(model.path) || isUnitTestFile(model.form)) return;
    for (const { start, end, what } of secretsIn(model.form.text))
      yield {
        at: { start, end },
        message: `This looks like ${what}: read it from the environment, and replace it at its issuer, since it is known to all who have the code.`,
      };
  },
});

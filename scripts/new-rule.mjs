/** `npm run new-rule -- STAGE ID`: writes a rule and its test from a skeleton that runs, and brings what is generated up to date. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { format, resolveConfig } from "prettier";
import { parse } from "yaml";

const [stage, id] = process.argv.slice(2);
const ruleFile = `src/rules/${stage}/${id}.ts`;
const testFile = `test/rules/${stage}/${id}.test.ts`;
const stages = parse(await readFile("src/guide/stages.yaml", "utf8")).map((entry) => entry.id);
if (!stages.includes(stage) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id ?? "")) {
  console.error(`Usage: npm run new-rule -- STAGE ID
STAGE is one of ${stages.join(", ")}.
ID states the defect in kebab-case, such as eval-mode-not-restored.`);
  process.exit(2);
}

if (existsSync(ruleFile) || existsSync(testFile)) {
  console.error(`There is a rule ${id} already: ${ruleFile}`);
  process.exit(2);
}

await write(
  ruleFile,
  `import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "${id}",
    stage: "${stage}",
    languages: ["python"],
    severity: "warning",
    preset: "all",
    summary: "\`torch.old_load\` is called",
    why: "It does something that the reader does not expect.",
    fix: "Call \`torch.new_load\` instead.",
    guide: "${await somePlace()}",
    libraries: ["torch"],
    topics: ["checkpoints"],
    since: "${JSON.parse(await readFile("package.json", "utf8")).version}",
  },

  examples: [
    {
      bad: "import torch\\n\\nvalue = torch.old_load()\\n",
      good: "import torch\\n\\nvalue = torch.new_load()\\n",
    },
  ],

  *check(model) {
    for (const { path, call } of model.calls) {
      if (path === "torch.old_load") yield { at: call.callee, message: "Call \`torch.new_load\` instead." };
    }
  },
});
`,
);

await write(
  testFile,
  `import { expectFindings } from "../expect-findings.js";

describe("${id}", () => {
  it("knows the function by any name", () =>
    expectFindings(
      "${id}",
      [
        "from torch import old_load as f",
        "value = f()",
        "        ~ Call \`torch.new_load\` instead.",
      ].join("\\n"),
    ));

  it("ignores a function of the same name from elsewhere", () =>
    expectFindings("${id}", "import torch\\nfrom mine import old_load\\nvalue = old_load()"));
});
`,
);

await nameInCatalogue();
execFileSync(process.execPath, ["scripts/generate.mjs"], { stdio: "inherit" });

/** A place that exists, so that the skeleton runs: the first passage of the stage, or of any. */
async function somePlace() {
  for (const candidate of [stage, ...stages]) {
    const text = await readFile(`src/guide/topics/${candidate}.yaml`, "utf8").catch(ifMissing("[]"));
    const [topic] = parse(text);
    if (topic !== undefined) return `${candidate}/${topic.id}#${topic.passages[0].anchor}`;
  }
  throw new Error("The guide has no passage.");
}

async function nameInCatalogue() {
  const path = "test/rules/catalogue.ts";
  const text = await readFile(path, "utf8");
  if (text.includes(`"${id}"`)) return;
  const lines = text.split("\n");
  const isName = (line) => line.startsWith('  "');
  const next = lines.findIndex((line) => isName(line) && line > `  "${id}",`);
  lines.splice(next < 0 ? lines.findLastIndex(isName) + 1 : next, 0, `  "${id}",`);
  await writeFile(path, lines.join("\n"));
  console.log(`wrote ${path}`);
}

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.log(`wrote ${path}`);
}

function ifMissing(value) {
  return (error) => {
    if (error.code === "ENOENT") return value;
    throw error;
  };
}

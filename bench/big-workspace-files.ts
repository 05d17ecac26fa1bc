import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { evaluation, library, tests, training, web } from "./sample-code.js";

/** How many files of each kind; 50,000 in all, as a team's repository has them that trains on its own pictures. */
const counts = {
  training: 1_200,
  evaluation: 600,
  library: 3_200,
  tests: 1_500,
  web: 900,
  pictures: 22_000,
  labels: 8_500,
  tables: 1_500,
  texts: 1_100,
  environment: 5_500,
  packages: 4_000,
} as const;

/** Makes a workspace in a temporary folder, which whoever asks for it removes. */
export function makeBigWorkspace(): { readonly folder: string; readonly files: number } {
  const folder = mkdtempSync(join(tmpdir(), "ml-preflight-big-"));
  const made = new Set<string>();
  let files = 0;
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
    files++;
  };
  const each = (count: number, make: (index: number) => readonly [path: string, text: string]): void => {
    for (let index = 0; index < count; index++) write(...make(index));
  };

  mkdirSync(join(folder, ".git"));
  write(".gitignore", ".venv/\nnode_modules/\n*.log\n");
  write("requirements.txt", "torch==2.4.0\nscikit-learn\npandas\nmlflow\n");
  write("package.json", '{ "dependencies": { "@tensorflow/tfjs": "^4.0.0" } }\n');
  write(".github/workflows/ci.yaml", "jobs:\n  test:\n    steps:\n      - run: pytest\n");
  each(counts.training, (index) => [`projects/p${index % 60}/train_${index}.py`, training(index, counts.library)]);
  each(counts.evaluation, (index) => [`projects/p${index % 60}/evaluate_${index}.py`, evaluation(index)]);
  each(counts.library, (index) => [`lib/part${index % 80}/module_${index}.py`, library(index)]);
  each(counts.tests, (index) => [`tests/part${index % 80}/test_${index}.py`, tests(index)]);
  each(counts.web, (index) => [`web/src/area${index % 30}/view_${index}.tsx`, web(index)]);
  each(counts.pictures, (index) => [`data/images/${index % 220}/${index}.jpg`, ""]);
  each(counts.labels, (index) => [`data/labels/${index % 85}/${index}.json`, `{"label": ${index % 7}}`]);
  each(counts.tables, (index) => [`data/tables/${index % 15}/${index}.csv`, "a,b\n1,2\n"]);
  each(counts.texts, (index) => [`docs/${index % 20}/note_${index}.md`, `# Note ${index}\n`]);
  each(counts.environment, (index) => [`.venv/lib/python3.12/site-packages/p${index % 90}/m${index}.py`, "x = 1\n"]);
  each(counts.packages, (index) => [`node_modules/p${index % 300}/m${index}.js`, "module.exports = 1;\n"]);
  return { folder, files };
}

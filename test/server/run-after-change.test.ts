import { deepEqual, notDeepEqual, ok } from "node:assert/strict";
import type { ChecklistResult } from "../../src/checklist/result.js";
import { openTextMemory } from "../../src/project/facts/per-text.js";
import type { Root } from "../../src/project/roots.js";
import { openChecklistRuns } from "../../src/server/scan/checklist-runs.js";
import { type FindingMemory, openFindingMemory } from "../../src/server/scan/finding-memory.js";
import { openFindingScan } from "../../src/server/scan/finding-scan.js";
import type { ChecklistEnd } from "../../src/server/scan/messages.js";
import { openScanFiles } from "../../src/server/scan/scan-files.js";
import { textsOf } from "../checklist/fixtures.js";
import { memoryFileSystem } from "../project/memory-file-system.js";

/** A folder as the thread that reads folders has it. */
function openFolder(texts: Readonly<Record<string, string>>) {
  const project = openScanFiles("/p", memoryFileSystem(texts), () => undefined);
  const memories = new Map<string, FindingMemory>();
  const memory = (root: Root): FindingMemory => {
    const known = memories.get(root.folder) ?? openFindingMemory(root);
    memories.set(root.folder, known);
    return known;
  };
  const findings = openFindingScan({ folder: "/p", project, tell: () => undefined, memory });
  const ends: ChecklistEnd[] = [];
  const runs = openChecklistRuns(({ end }) => {
    if (end !== undefined) ends.push(end);
  });
  const remembered = openTextMemory();
  return {
    changed: (...paths: readonly string[]) => findings.changed(paths),
    /** Of which files anything that was made of their texts is kept. */
    remembered: () => new Set([...remembered.kept].flatMap((kept) => [...kept.keys()])),
    run: async (): Promise<ChecklistResult> => {
      const request = { kind: "checklist", id: 1, folder: "/p", today: "2026-06-01", onlySignOffs: false } as const;
      await runs.run(request, Promise.resolve({ project, tools: [], memory, texts: remembered }));
      const [end] = ends.splice(0);
      if (end?.state !== "done") throw new Error(JSON.stringify(end));
      return end.result;
    },
  };
}

type Texts = Record<string, string>;

/** New texts by path; undefined for what goes. */
type Change = (texts: Readonly<Texts>) => Readonly<Record<string, string | undefined>>;

const appended =
  (path: string, more: string): Change =>
  (texts) => ({ [path]: `${texts[path] ?? ""}\n${more}\n` });
const becomes =
  (path: string, text: string | undefined): Change =>
  () => ({ [path]: text });
const renamed =
  (from: string, to: string): Change =>
  (texts) => ({ [from]: undefined, [to]: texts[from] });

const changes: Readonly<Record<string, Change>> = {
  "a file of code": appended("src/lateness/train.py", "import numpy\nnumpy.random.rand(3)"),
  "a file that others import": (texts) => ({
    "src/lateness/features.py": texts["src/lateness/features.py"]?.replaceAll(/^def /gm, "def other_"),
  }),
  "the place of all lines of a file": (texts) => ({
    "src/lateness/train.py": `# Trains.\n\n${texts["src/lateness/train.py"] ?? ""}`,
  }),
  "a file of code that goes": becomes("src/lateness/baselines.py", undefined),
  "a file of code that comes": becomes(
    "src/lateness/sweep.py",
    "import optuna\n\ndef objective(trial):\n    return trial.suggest_float('lr', 1e-5, 1e-1)\n\noptuna.create_study().optimize(objective)\n",
  ),
  "the name of a file of code": renamed("src/lateness/baselines.py", "src/lateness/simple.py"),
  "a file of tests": appended(
    "tests/test_features.py",
    "def test_more():\n    import numpy\n    assert numpy.log(1) == 0",
  ),
  "a file of continuous integration": becomes(".github/workflows/ci.yml", "on: push\njobs: {}\n"),
  "a file of settings": becomes(".github/dependabot.yml", "version: 2\n"),
  "a file of settings that goes": becomes(".github/dependabot.yml", undefined),
  "an image": becomes("Dockerfile", "FROM python:latest\nCMD python -m lateness.service\n"),
  "a document": becomes("MODEL_CARD.md", "# Model\n"),
  "the name of a document": renamed("MODEL_CARD.md", "docs/about.md"),
  "a table of people": becomes("data/people.csv", "email,age\nann@firm.org,3\nbob@firm.org,4\n"),
  "a secret": becomes("deploy.env", "MLFLOW_TRACKING_PASSWORD=mQ7zRw2LkXv9TnB4\n"),
  "the configuration": becomes(".preflight/config.yaml", "preset: all\n"),
  "what the team calls its guards": becomes(
    ".preflight/config.yaml",
    "checklist:\n  settings:\n    numerics.guards: [fit]\n    baseline.names: [train]\n",
  ),
};

describe("a run of the checklist after a change of", () => {
  for (const [what, change] of Object.entries(changes)) {
    it(`${what} gives what a first run gives`, async () => {
      const texts: Texts = { "/p/.git/HEAD": "" };
      const own = textsOf("tabular-sklearn");
      for (const [name, text] of Object.entries(own)) texts[`/p/${name}`] = text;
      const folder = openFolder(texts);
      const before = await folder.run();
      const changed = Object.entries(change(own));
      for (const [path, text] of changed) {
        if (text === undefined) Reflect.deleteProperty(texts, `/p/${path}`);
        else texts[`/p/${path}`] = text;
      }
      await folder.changed(...changed.map(([path]) => `/p/${path}`));
      const after = await folder.run();
      deepEqual(after, await openFolder(texts).run());
      notDeepEqual(after, before);
      deepEqual(await folder.run(), after);
      for (const path of folder.remembered()) ok(texts[`/p/${path}`] !== undefined, path);
    });
  }
});

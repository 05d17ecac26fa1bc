import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type ChecklistProgress, checkProject, type CheckProjectOptions } from "../../src/checklist/check-project.js";
import { openConfigs } from "../../src/project/configs.js";
import { rules } from "../../src/rules/index.js";
import { type MemoryFile, memoryFileSystem } from "../project/memory-file-system.js";

const training = [
  "import torch",
  "from torch import nn, optim",
  "",
  "",
  "def train(loader):",
  "    model = nn.Linear(4, 2)",
  "    criterion = nn.CrossEntropyLoss()",
  "    optimizer = optim.SGD(model.parameters(), lr=0.1)",
  "    for features, labels in loader:",
  "        loss = criterion(torch.softmax(model(features), dim=1), labels)",
  "        loss.backward()",
  "        optimizer.step()",
  "",
].join("\n");

const texts: Readonly<Record<string, MemoryFile>> = { "/p/.git/HEAD": "", "/p/src/train.py": training };

function run(given: Readonly<Record<string, MemoryFile>>, more: Partial<CheckProjectOptions> = {}) {
  const files = memoryFileSystem(given);
  const configs = openConfigs(
    files,
    rules.map(({ meta }) => meta),
  );
  const root = { folder: "/p", isProject: true };
  return checkProject({ files, configs, root, today: "2026-06-01", ...more });
}

const silentBugs = async (given: Readonly<Record<string, MemoryFile>>) =>
  (await run(given)).items.find(({ id }) => id === "TRAIN-08");

describe("checkProject", () => {
  it("answers every item, with what rules found, at paths from the root", async () => {
    const item = await silentBugs(texts);
    deepEqual(
      item?.objections.map(({ rule, path }) => [rule, path]),
      [
        ["softmax-before-cross-entropy", "src/train.py"],
        ["missing-zero-grad", "src/train.py"],
      ],
    );
    equal((await run(texts)).items.length, 70);
  });

  it("takes what is suppressed without a reason as open, unless the team says otherwise", async () => {
    const suppressed = (comment: string) => ({
      ...texts,
      "/p/src/train.py": training.replace("dim=1), labels)", `dim=1), labels)  # preflight: ignore[${comment}`),
    });
    const open = async (given: Readonly<Record<string, MemoryFile>>) =>
      (await silentBugs(given))?.objections.filter(({ rule }) => rule === "softmax-before-cross-entropy");
    const unexplained = suppressed("softmax-before-cross-entropy]");
    match((await open(unexplained))?.[0]?.what ?? "", /suppresses it gives no reason\.$/);
    deepEqual(await open(suppressed("softmax-before-cross-entropy] -- Distilled from probabilities.")), []);
    const config = "checklist: {diagnostics: {justified: [softmax-before-cross-entropy]}}\n";
    deepEqual(await open({ ...unexplained, "/p/.preflight/config.yaml": config }), []);
  });

  it("runs the rules of its items in any preset, and not those that the team turned off", async () => {
    const off = "rules: {softmax-before-cross-entropy: off, missing-zero-grad: off}\n";
    deepEqual((await silentBugs({ ...texts, "/p/.preflight/config.yaml": off }))?.objections, []);
    const asked: string[] = [];
    await run(texts, {
      check: async function* (_, configs) {
        asked.push(...Object.keys((await configs.of("/p")).config.rules));
        yield* [];
      },
    });
    deepEqual(
      ["missing-freeze", "frozen-params-in-optimizer"].map((id) => asked.includes(id)),
      [true, true],
    );
  });

  it("takes what people said from the file that the configuration names, below the root alone", async () => {
    const word = "attestations:\n  - {item: PLAN-01, verdict: pass, who: Ada, date: 2026-05-01}\n";
    const named = (file: string) => ({
      ...texts,
      "/p/.preflight/config.yaml": `checklist: {attest: {file: ${JSON.stringify(file)}}}\n`,
    });
    const plan = async (given: Readonly<Record<string, MemoryFile>>) =>
      (await run(given)).items.find(({ id }) => id === "PLAN-01")?.verdict;
    equal(await plan({ ...texts, "/p/.preflight/attestations.yaml": word }), "attested");
    equal(await plan({ ...named("signed.yaml"), "/p/signed.yaml": word }), "attested");
    equal(await plan({ ...named("../signed.yaml"), "/signed.yaml": word }), "fail");
  });

  it("names attestations that cannot be read", async () => {
    const { unreadable } = await run({ ...texts, "/p/.preflight/attestations.yaml": "#".repeat(2_000_001) });
    deepEqual(unreadable, [{ path: ".preflight/attestations.yaml", reason: "the attestations cannot be read" }]);
  });

  it("says how far it is, step by step", async () => {
    const seen: ChecklistProgress[] = [];
    await run(texts, { onProgress: (progress) => void seen.push(progress) });
    deepEqual([...new Set(seen.map(({ step }) => step))], ["findings", "tools", "files", "items"]);
    deepEqual(seen[1], { step: "findings", done: 1, of: 1 });
    match(String(seen.at(-1)?.of), /^70$/);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const reason = new Error("stopped");
    const steps: string[] = [];
    const stopped = run(texts, {
      signal: stop.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        if (step === "files") stop.abort(reason);
      },
    });
    await rejects(stopped, reason);
    equal(steps.includes("items"), false);
  });

  it("uses the findings and the tools of those who have them", async () => {
    const names: string[] = [];
    const result = await run(texts, {
      tools: [],
      check: async function* (targets) {
        for (const { path } of targets) names.push(path);
        yield await Promise.resolve({ path: "src/train.py", findings: [], text: "" });
      },
    });
    deepEqual(names, ["/p/src/train.py"]);
    deepEqual(result.items.find(({ id }) => id === "TRAIN-08")?.objections, []);
  });
});

import assert from "node:assert/strict";
import { lines } from "../source-of.js";
import { reportsIn } from "./report-in.js";

describe("locks of DVC", () => {
  const stage = [
    "  train:",
    "    cmd: python train.py",
    "    deps:",
    "    - path: data/raw",
    "      hash: md5",
    "      md5: 0f.dir",
    "    - path: train.py",
    "    outs:",
    "    - path: ../models/model.pkl",
    "      md5: aa",
  ];

  it("have their stages, and what these read and wrote that has a hash", async () => {
    const { dvcLock } = await reportsIn({ "steps/dvc.lock": lines("schema: '2.0'", "stages:", ...stage) });
    assert.deepEqual(dvcLock, [
      { path: "steps/dvc.lock", stages: ["train"], inputs: ["steps/data/raw"], outputs: ["models/model.pkl"] },
    ]);
  });

  it("are read where they are ignored, and in the form of the first version", async () => {
    const { dvcLock } = await reportsIn(
      {},
      { "dvc.lock": lines(...stage.slice(0, -1).map((line) => line.slice(2)), "    checksum: aa") },
    );
    assert.deepEqual(dvcLock[0]?.stages, ["train"]);
  });

  it("are named with the reason when they cannot be read", async () => {
    const { dvcLock, unreadable } = await reportsIn({
      "a/dvc.lock": "stages: [",
      "b/dvc.lock": "- a\n",
      "c/dvc.lock": "x".repeat(1_000_001),
    });
    assert.deepEqual(dvcLock, []);
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ["a/dvc.lock", "b/dvc.lock", "c/dvc.lock"],
    );
    assert.match(unreadable[1]?.reason ?? "", /no lock of DVC/);
    assert.match(unreadable[2]?.reason ?? "", /too large/);
  });

  it("of a project without reports are not there", async () => {
    const reports = await reportsIn({ "train.py": "x = 1\n", "README.md": "# A\n" });
    const none = { junit: [], coverage: [], optuna: [], mlflow: [], wandb: [], dvcLock: [], unreadable: [] };
    assert.deepEqual(reports, none);
  });
});

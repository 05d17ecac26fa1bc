import { deepEqual, equal } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { detectors } from "../../src/checklist/detectors/index.js";
import { builtInGuide } from "../../src/guide/guide.js";

const folder = "src/checklist/detectors";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /[\\/].*\.ts$/.test(path));

describe("detectors", () => {
  it("are all in the index", () => {
    deepEqual(files.map((path) => basename(path, ".ts").toUpperCase()).toSorted(), [...detectors.keys()].toSorted());
  });

  it("are called like their items, and stand in the folder of their stage", () => {
    const stages = new Map(builtInGuide().items.map(({ id, stage }) => [id, stage]));
    for (const path of files) equal(stages.get(basename(path, ".ts").toUpperCase()), dirname(path), path);
  });
});

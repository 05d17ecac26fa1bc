import { detected, type DetectorResult } from "../../src/checklist/evidence.js";
import type { Detectors } from "../../src/checklist/project.js";
import type { RunOptions } from "../../src/checklist/run.js";
import { parseConfig } from "../../src/engine/config.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { evidence, makeProfile } from "./make.js";

export const { items } = builtInGuide();
export const everything = makeProfile([
  "training",
  "serving",
  "batch",
  "online",
  "public",
  "deepLearning",
  "tabular",
  "edge",
  "people",
  "supervised",
  "classification",
  "readsData",
  "features",
  "borrowedModels",
  "pipeline",
  "ci",
  "notebooks",
]);
export const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  ...{ items, detectors: new Map(), attestations: "", today: "2026-06-01" },
  ...more,
});
export const config = (text: string) => parseConfig(`checklist: ${text}`, []).config.checklist;
export const finding = (result: Partial<DetectorResult>): Detectors =>
  new Map(items.map(({ id }) => [id, () => detected(result)]));
export const proven = finding({ evidence: [evidence("L4", { repeatedBy: "ci" })] });
export const signed = (...lines: readonly string[]): string =>
  ["attestations:", ...lines.map((line) => `  - {who: Ada, date: 2026-05-01, ${line}}`)].join("\n");
export const allSigned = signed(...items.map(({ id }) => `item: ${id}, verdict: pass`));

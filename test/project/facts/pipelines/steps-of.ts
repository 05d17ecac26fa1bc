import { strict as assert } from "node:assert";
import type { PipelineStep } from "../../../../src/project/facts/file-facts.js";
import { readPipelines } from "../../../../src/project/facts/pipelines/read-pipelines.js";
import { sourceOf } from "../source-of.js";

export { lines } from "../source-of.js";

/** The steps of a project's pipelines, by name; the order is the one in which they were read. */
export async function stepsOf(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, PipelineStep>>> {
  const { facts, unreadable } = await readPipelines(sourceOf(files));
  assert.deepEqual(unreadable, []);
  return Object.fromEntries(facts.map((step) => [step.name, step]));
}

/** Some fields of each step. */
export function fields<Key extends keyof PipelineStep>(
  steps: Readonly<Record<string, PipelineStep>>,
  ...keys: readonly Key[]
): Readonly<Record<string, readonly PipelineStep[Key][]>> {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, keys.map((key) => step[key])]));
}

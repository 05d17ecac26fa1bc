import type { PipelineStep } from "../file-facts.js";

/** The systems whose steps run when somebody types their names; a declared pipeline is there to be run again. */
export const taskRunners: ReadonlySet<string> = new Set<PipelineStep["system"]>(["make", "just", "task", "npm", "nox"]);

/** A step, of which a system says what it knows. */
export function pipelineStep(
  known: Pick<PipelineStep, "system" | "path" | "line" | "name"> & Partial<PipelineStep>,
): PipelineStep {
  return {
    commands: [],
    runs: [],
    inputs: [],
    outputs: [],
    needs: [],
    schedule: undefined,
    tellsFailure: false,
    ...known,
  };
}

export function distinct(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}

/** What a step makes and another takes ties them: the same path, or one inside the other. */
export function withNeedsByFiles(steps: readonly PipelineStep[]): readonly PipelineStep[] {
  const makers = new Map<string, Set<string>>();
  for (const { name, outputs } of steps) {
    for (const output of outputs) makers.set(output, (makers.get(output) ?? new Set()).add(name));
  }
  const inside = new Map<string, Set<string>>();
  for (const [output, names] of makers) {
    for (const folder of foldersOf(output)) inside.set(folder, new Set([...(inside.get(folder) ?? []), ...names]));
  }
  return steps.map((step) => {
    const found = step.inputs.flatMap((input) => [
      ...(makers.get(input) ?? []),
      ...foldersOf(input).flatMap((folder) => [...(makers.get(folder) ?? [])]),
      ...(inside.get(input) ?? []),
    ]);
    return { ...step, needs: distinct([...step.needs, ...found].filter((name) => name !== step.name)) };
  });
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1, 12).map((_, index) => parts.slice(0, index + 1).join("/"));
}

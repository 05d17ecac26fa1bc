import type { PipelineStep } from "../file-facts.js";

/** Names under which people keep what checks and builds a project, whatever it runs. */
const chores =
  /^(?:[\w-]*[:_-])?(?:lint|clean|docs?|format|fmt|help|install|setup|init|tests?|checks?|ci|types?|typecheck|mypy|venv|env|requirements|deps|version|bump|coverage|build|dev|start|serve|watch)(?:[:_-].*)?$/i;

/**
 * Of the tasks of a file of commands, those that make a pipeline: they run code of the project and are tied to another
 * that does, or to files. What checks, cleans and documents is none, and neither is a command that stands alone.
 */
export function chained(steps: readonly PipelineStep[]): readonly PipelineStep[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const works = (step: PipelineStep | undefined) =>
    step !== undefined && step.runs.length > 0 && !chores.test(step.name);
  const working = steps.filter(works);
  const wanted = new Set<string>();
  for (const step of steps) {
    const needed = step.needs.filter((name) => works(byName.get(name)));
    // One that only gathers others is a step when it gathers several.
    if (works(step) ? needed.length > 0 : needed.length > 1 && !chores.test(step.name)) {
      wanted.add(step.name);
      for (const name of needed) wanted.add(name);
    }
  }
  for (const { name, inputs, outputs } of working) if (inputs.length > 0 || outputs.length > 0) wanted.add(name);
  return steps.filter(({ name }) => wanted.has(name));
}

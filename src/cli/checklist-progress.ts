import type { ChecklistProgress } from "../checklist/check-project.js";
import { startProgress } from "./progress.js";

/** The line that says how far a run of the checklist is. */
export function startChecklistProgress(
  title: string,
  stream: NodeJS.WriteStream,
): { tell(progress: ChecklistProgress): Promise<void>; clear(): void; end(): void } {
  let current: ChecklistProgress = { step: "findings", done: 0, of: undefined };
  const progress = startProgress(() => `${title}… ${lineOf(current)}`, stream);
  return {
    tell: (next) => {
      current = next;
      return progress.step();
    },
    clear: () => progress.clear(),
    end: () => progress.end(),
  };
}

function lineOf({ step, done, of }: ChecklistProgress): string {
  return `${steps[step]}${done === 0 ? "" : of === undefined ? `, ${done}` : `, ${done} of ${of}`}`;
}

const steps: Readonly<Record<ChecklistProgress["step"], string>> = {
  findings: "checking files",
  tools: "looking for tools",
  files: "looking through files",
  items: "answering questions",
};

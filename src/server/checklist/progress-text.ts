import type { ChecklistProgress as Progress } from "../../checklist/check-project.js";
import type { ChecklistProgress } from "../../protocol-checklist.js";

/** How far a run is, in words and as a part of the whole. The shares are what the steps take in a project of usual size. */
export function progressText({ step, done, of }: Progress): Pick<ChecklistProgress, "text" | "part"> {
  const count = of === undefined ? String(done) : `${done} of ${of}`;
  const text = {
    findings: `Checking code: ${count} files`,
    tools: `Looking for tools: ${count} files`,
    files: `Reading files: ${count} files`,
    items: `Answering questions: ${count}`,
  }[step];
  const [begin, share] = shares[step];
  return of === undefined || of === 0 ? { text, part: begin } : { text, part: begin + (share * done) / of };
}

const shares: Readonly<Record<Progress["step"], readonly [begin: number, share: number]>> = {
  ...{ findings: [0, 0.6], tools: [0.6, 0.1], files: [0.7, 0.1], items: [0.8, 0.2] },
};

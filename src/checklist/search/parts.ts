import { type DetectorResult, detected, type Evidence, type Objection, reaches } from "../evidence.js";

/** Something that a pass takes beside other things. */
export interface Part {
  readonly evidence: readonly Evidence[];
  /** What is said where there is none of it: `no alert rule watches the service`. */
  readonly absent: string;
  /** What would bring it about, a sentence. */
  readonly missing: string;
}

/**
 * A result for an item whose pass takes several things: where one of them is missing, or nothing that runs leads to it,
 * the others leave a partial.
 */
export function inParts(parts: readonly Part[], more: Partial<DetectorResult>): DetectorResult {
  const evidence = parts.flatMap((part) => part.evidence);
  const [first] = [...evidence, ...(more.evidence ?? [])].filter(({ level }) => reaches(level, "L2"));
  const weak = parts.filter((part) => !part.evidence.some(({ level }) => reaches(level, "L3")));
  const objections = weak.flatMap((part): readonly Objection[] => {
    if (first === undefined) return [];
    const used = part.evidence.find(({ level }) => reaches(level, "L2"));
    const { path, line, cell } = used ?? first;
    const what = used === undefined ? part.absent : `nothing that runs leads to this: ${used.what}`;
    return [{ path, line, ...(cell === undefined ? {} : { cell }), allows: "partial", what, rule: "part-missing" }];
  });
  return detected({
    ...more,
    evidence: [...evidence, ...(more.evidence ?? [])],
    objections: [...objections, ...(more.objections ?? [])],
    missing: [...weak.map(({ missing }) => missing), ...(more.missing ?? [])],
  });
}

/** Does a part have evidence of use, or better? */
export function isPresent(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ level }) => reaches(level, "L2"));
}

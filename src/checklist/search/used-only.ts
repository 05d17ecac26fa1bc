import type { Evidence } from "../evidence.js";

/** Evidence that shows use and no more, wherever it stands: what a pass asks for beyond it is something else. */
export function usedOnly({ repeatedBy: _, ...evidence }: Evidence): Evidence {
  return { ...evidence, level: evidence.level === "L1" ? "L1" : "L2" };
}

import type { ItemResult } from "../result.js";
import type { DatedAttestation } from "./current.js";
import { type AttestationFile, type AttestationProblem, byPlace } from "./read.js";

/** What people should know about the attestations after a run: what is wrong with them, what expired, what counts for nothing. */
export function attestationProblems(
  text: string,
  file: AttestationFile,
  current: ReadonlyMap<string, DatedAttestation>,
  expired: ReadonlyMap<string, DatedAttestation>,
  items: readonly ItemResult[],
): readonly AttestationProblem[] {
  const lines = text.split(/\r\n|\r|\n/);
  const warning = (
    { line, item }: DatedAttestation,
    kind: AttestationProblem["kind"],
    message: string,
  ): AttestationProblem => {
    const width = lines[line - 1]?.length ?? 0;
    return { start: { line, column: 1 }, end: { line, column: width + 1 }, severity: "warning", message, kind, item };
  };
  const old = [...expired.values()].map((one) =>
    warning(one, "expired", `What ${one.who} said about ${one.item} counted until ${one.expiresOn}: ask again.`),
  );
  const idle = [...current.values()].flatMap((one) => {
    const result = items.find(({ id }) => id === one.item);
    if (result?.verdict !== "n/a" || one.verdict === "n/a") return [];
    return [warning(one, "orphaned", `${one.item} does not apply, so this counts for nothing. ${result.reason}`)];
  });
  return [...file.problems, ...old, ...idle].toSorted(byPlace);
}

import type { ConfigProblem } from "../../engine/config.js";
import { didYouMean } from "../../engine/did-you-mean.js";
import { type Fault, placeText, readEntry } from "../../guide/entry.js";
import { readTeamYaml } from "../../project/team-yaml.js";
import { type Attestation, readAttestationFile } from "./attestation.js";
import { addDays, isDay } from "./days.js";

/** An attestation that can be used, with the line on which it begins. */
export interface PlacedAttestation extends Attestation {
  readonly line: number;
}

/** Something about the attestations that people should know, at its place in the file. */
export interface AttestationProblem extends ConfigProblem {
  /** `orphaned`: of an item that there is not, or that does not apply. */
  readonly kind: "fault" | "expired" | "orphaned";
  readonly item: string | undefined;
}

export interface AttestationFile {
  readonly attestations: readonly PlacedAttestation[];
  readonly problems: readonly AttestationProblem[];
}

/**
 * Reads a team's attestations. Total: an entry with a fault is left out, with the fault at its line, and all others
 * count. `today` decides what lies in the future; a day's grace makes up for time zones.
 */
export function readAttestations(text: string, itemIds: readonly string[], today: string): AttestationFile {
  const file = readTeamYaml(text);
  if ("failure" in file) return { attestations: [], problems: [{ ...file.failure, kind: "fault", item: undefined }] };
  const faults: Fault[] = [];
  const read = readEntry(file.data ?? {}, [], faults, readAttestationFile).attestations;
  const problems = faults.map(({ path, message }): AttestationProblem => {
    const [, index] = path;
    const item = typeof index === "number" ? read[index]?.item : undefined;
    return {
      ...file.problemAt(path, `${placeText(path.slice(2))}: ${message}`.replace(/^: /, "")),
      kind: "fault",
      item,
    };
  });
  const unusable = new Set(faults.map(({ path }) => path[1]));
  const attestations = read.flatMap((attestation, index): PlacedAttestation[] => {
    if (unusable.has(index)) return [];
    const found = [...faultsOf(attestation, itemIds, addDays(today, 1))];
    for (const { key, message, kind = "fault" } of found) {
      const severity = kind === "fault" ? "error" : "warning";
      problems.push({
        ...file.problemAt(["attestations", index, key], message, severity),
        kind,
        item: attestation.item,
      });
    }
    const { line } = file.problemAt(["attestations", index], "").start;
    return found.length === 0 ? [{ ...attestation, line }] : [];
  });
  return { attestations, problems: problems.toSorted(byPlace) };
}

interface EntryFault {
  readonly key: string;
  readonly message: string;
  readonly kind?: AttestationProblem["kind"];
}

function* faultsOf(attestation: Attestation, itemIds: readonly string[], tomorrow: string): Iterable<EntryFault> {
  const { item, verdict, date, note, expires } = attestation;
  if (!itemIds.includes(item)) {
    const message = `there is no item \`${item}\`${didYouMean(item, itemIds)}; this counts for nothing`;
    yield { key: "item", message, kind: "orphaned" };
  }
  if (!isDay(date)) yield { key: "date", message: dayExpected };
  else if (date > tomorrow) yield { key: "date", message: `${date} lies in the future` };
  if (expires !== undefined && !isDay(expires)) yield { key: "expires", message: dayExpected };
  else if (expires !== undefined && expires < date) yield { key: "expires", message: "it ends before it begins" };
  if (verdict === "n/a" && note === undefined)
    yield { key: "verdict", message: "a waiver takes a `note` with the reason" };
}

const dayExpected = "a day is expected, as 2026-05-31";

export function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

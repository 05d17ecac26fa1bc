import type { PlacedAttestation } from "./read.js";
import { addDays } from "./days.js";

/** An attestation with the last day on which it counts. */
export interface DatedAttestation extends PlacedAttestation {
  readonly expiresOn: string;
}

export interface CurrentAttestations {
  /** What counts today, by item. */
  readonly current: ReadonlyMap<string, DatedAttestation>;
  /** What would count, had it not expired, by item. */
  readonly expired: ReadonlyMap<string, DatedAttestation>;
}

/**
 * What people said last, for each item. Only the newest counts, and of one day's the last in the file: an older word does
 * not come to life again when a newer one expires.
 */
export function currentAttestations(
  attestations: readonly PlacedAttestation[],
  today: string,
  expiryDays: number,
): CurrentAttestations {
  const newest = new Map<string, PlacedAttestation>();
  for (const attestation of attestations) {
    const known = newest.get(attestation.item);
    if (known === undefined || known.date <= attestation.date) newest.set(attestation.item, attestation);
  }
  const current = new Map<string, DatedAttestation>();
  const expired = new Map<string, DatedAttestation>();
  for (const [item, attestation] of newest) {
    const expiresOn = attestation.expires ?? addDays(attestation.date, expiryDays);
    (expiresOn < today ? expired : current).set(item, { ...attestation, expiresOn });
  }
  return { current, expired };
}

import type { Entry } from "../../guide/entry.js";
import { entrySchema, type Schema } from "../../guide/entry-schema.js";

/** What a person said about an item. */
export interface Attestation {
  readonly item: string;
  readonly verdict: AttestedVerdict;
  readonly who: string;
  /** As `2026-05-31`. */
  readonly date: string;
  readonly link: string | undefined;
  readonly note: string | undefined;
  /** The last day on which it counts; left out, the team's days after its date. */
  readonly expires: string | undefined;
}

/** `n/a` is a waiver: the item is left out, for the reason that the note gives. */
export type AttestedVerdict = (typeof attestedVerdicts)[number];
export const attestedVerdicts = ["pass", "fail", "n/a"] as const;

/** Where a team's attestations are, from the root. */
export const attestationsPath = ".preflight/attestations.yaml";

export function readAttestationFile(entry: Entry): { readonly attestations: readonly Attestation[] } {
  return {
    attestations: entry.entries("attestations", readAttestation, "What people said about items, oldest first."),
  };
}

function readAttestation(entry: Entry): Attestation {
  return {
    item: entry.text("item", "The id of an item of the checklist, or of one of the team's own."),
    verdict: entry.choice("verdict", attestedVerdicts, "`n/a` leaves the item out, for the reason in the note."),
    who: entry.text("who", "The name of who says so."),
    date: entry.text("date", "The day, as 2026-05-31."),
    link: entry.optionalText("link", "Where it can be read up: a document, an issue, a pull request."),
    note: entry.optionalText("note", "What was looked at; of a waiver, the reason."),
    expires: entry.optionalText(
      "expires",
      "The last day on which it counts; otherwise the team's days after its date.",
    ),
  };
}

/** The JSON schema of the file. */
export const attestationsSchema: Schema & { readonly $schema: string; readonly title: string } = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "ML Preflight: attestations",
  description: "What people said about items of the checklist, `.preflight/attestations.yaml`.",
  ...entrySchema(readAttestationFile),
};

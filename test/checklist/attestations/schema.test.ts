import { deepEqual, ok } from "node:assert/strict";
import Ajv from "ajv";
import { attestationsSchema } from "../../../src/checklist/attestations/attestation.js";

const entry = { item: "PLAN-01", verdict: "pass", who: "Ada", date: "2026-05-01" };
const accepts = (data: unknown): boolean => new Ajv().validate(attestationsSchema, data) === true;

describe("the schema of attestations", () => {
  it("takes what can be read", () => {
    const more = { link: "https://example.org", note: "seen", expires: "2026-12-31" };
    deepEqual([{}, { attestations: [] }, { attestations: [entry, { ...entry, ...more }] }].map(accepts), [
      true,
      true,
      true,
    ]);
  });

  it("refuses what cannot", () => {
    const { who: _who, ...nobody } = entry;
    for (const bad of [
      nobody,
      { ...entry, verdict: "fine" },
      { ...entry, by: "Ada" },
      { ...entry, note: 7 },
      "PLAN-01",
    ]) {
      ok(!accepts({ attestations: [bad] }), JSON.stringify(bad));
    }
  });
});

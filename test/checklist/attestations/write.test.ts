import { deepEqual, equal, ok } from "node:assert/strict";
import type { Attestation } from "../../../src/checklist/attestations/attestation.js";
import { readAttestations } from "../../../src/checklist/attestations/read.js";
import { withAttestation } from "../../../src/checklist/attestations/write.js";

const added: Attestation = {
  ...{ item: "DATA-06", verdict: "n/a", who: "Grace Hopper", date: "2026-06-01" },
  ...{ link: undefined, note: "No person's data: weather only.", expires: undefined },
};
const addedLines = [
  "  - item: DATA-06",
  "    verdict: n/a",
  "    who: Grace Hopper",
  "    date: 2026-06-01",
  '    note: "No person\'s data: weather only."',
];
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
const known = ["PLAN-01", "DATA-06"];

describe("withAttestation", () => {
  for (const [what, before, after] of [
    ["an empty file", "", text("attestations:", ...addedLines)],
    ["a file of comments", "# Ours\n", text("# Ours", "attestations:", ...addedLines)],
    ["a file without an end of line", "# Ours", text("# Ours", "attestations:", ...addedLines)],
    ["a list without entries", "attestations: []\n", text("attestations:", ...addedLines)],
    ["a key without a list", "# a\nattestations:\n", text("# a", "attestations:", ...addedLines)],
  ] as const) {
    it(`begins ${what}`, () => equal(withAttestation(before, added)?.replace(/'|"/g, ""), after.replace(/'|"/g, "")));
  }

  const file = text(
    "# Who signed what.",
    "attestations:   # oldest first",
    "  - item: PLAN-01   # the goal",
    "    who:   Ada",
    "    verdict: 'pass'",
    "    date: 2026-05-01",
    "    note: |",
    "      Two lines,",
    "      kept as they are.",
    "    # Asked again in June.",
  );

  it("adds at the end and changes nothing else", () => {
    const after = withAttestation(file, added) ?? "";
    ok(after.startsWith(file));
    deepEqual(
      readAttestations(after, known, "2026-06-01").attestations.map(({ item, note }) => [item, note]),
      [
        ["PLAN-01", "Two lines,\nkept as they are."],
        ["DATA-06", added.note],
      ],
    );
  });

  it("keeps what stands behind the list behind it", () => {
    const after = withAttestation(`${file}\n# The end.\nother: 1\n`, added) ?? "";
    ok(after.endsWith("\n# The end.\nother: 1\n"));
    ok(after.startsWith(file));
  });

  it("stays at the column of the dashes, and at the file's line ends", () => {
    const flush = file.replace(/^ {2}/gm, "").replaceAll("\n", "\r\n");
    const after = withAttestation(flush, added) ?? "";
    ok(after.startsWith(flush));
    ok(after.slice(flush.length).startsWith("- item: DATA-06\r\n  verdict: n/a\r\n"));
  });

  it("ends a line that has no end first", () => {
    const after = withAttestation(file.trimEnd(), added) ?? "";
    ok(after.startsWith(file));
  });

  it("keeps entries and comments of a list in brackets", () => {
    const before = "# Ours\nattestations: [{item: PLAN-01, verdict: pass, who: Ada, date: 2026-05-01}] # one\n";
    const after = withAttestation(before, added) ?? "";
    ok(after.includes("# Ours"));
    ok(after.includes("# one"));
    equal(readAttestations(after, known, "2026-06-01").attestations.length, 2);
  });

  for (const [what, before] of [
    ["what is not YAML", 'attestations:\n  - "'],
    ["what is no mapping", "- item: PLAN-01\n"],
    ["a list that is a word", "attestations: none\n"],
  ] as const) {
    it(`does not touch ${what}`, () => {
      const after = withAttestation(before, added);
      ok(after === undefined || readAttestations(after, known, "2026-06-01").attestations.length === 1);
      if (what !== "a list that is a word") equal(after, undefined);
    });
  }

  it("writes whatever people write", () => {
    for (const note of [
      "- a\n- b",
      "a: b # c",
      "'\"",
      "  led by blanks",
      "é 漢字 🚀",
      "x".repeat(500),
      "yes",
      "12",
      "\ttab",
    ]) {
      const after = withAttestation(file, { ...added, note }) ?? "";
      const read = readAttestations(after, known, "2026-06-01");
      equal(read.attestations.at(-1)?.note, note.trim(), note);
      ok(after.startsWith(file));
    }
  });
});

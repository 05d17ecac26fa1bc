import { deepEqual, equal, ok } from "node:assert/strict";
import { mergeAttestations } from "../../../src/checklist/attestations/merge.js";
import { readAttestations } from "../../../src/checklist/attestations/read.js";
import { withAttestation } from "../../../src/checklist/attestations/write.js";

const items = Array.from({ length: 40 }, (_, index) => `ITEM-${index}`);
const signed = (item: string, who: string, note?: string) => ({
  ...({
    item,
    verdict: "pass",
    who,
    date: "2026-05-01",
    link: undefined,
    note: note || undefined,
    expires: undefined,
  } as const),
});
const file = (...entries: readonly (readonly [string, string, string?])[]): string =>
  entries.reduce((text, [item, who, note]) => withAttestation(text, signed(item, who, note)) ?? "", "# Ours\n");
const words = (text: string | undefined): string[] => {
  const { attestations, problems } = readAttestations(text ?? "{", items, "2026-06-01");
  deepEqual(problems, []);
  return attestations.map(({ item, who }) => `${item} ${who}`);
};

describe("mergeAttestations", () => {
  const base = file(["ITEM-1", "Ada"], ["ITEM-2", "Ada"]);
  const more = (item: string, who: string, text = base): string => withAttestation(text, signed(item, who)) ?? "";

  it("keeps what both added, although most of their lines are the same", () => {
    const merged = mergeAttestations(more("ITEM-3", "Ada"), more("ITEM-4", "Ada"), base);
    deepEqual(words(merged), ["ITEM-1 Ada", "ITEM-2 Ada", "ITEM-4 Ada", "ITEM-3 Ada"]);
  });

  it("keeps one of what both added alike", () => {
    equal(mergeAttestations(more("ITEM-3", "Ada"), more("ITEM-3", "Ada"), base), more("ITEM-3", "Ada"));
  });

  it("keeps both when both changed one entry", () => {
    const [ours, theirs] = ["Bob", "Cy"].map((who) => base.replace("who: Ada", `who: ${who}`));
    deepEqual(words(mergeAttestations(ours ?? "", theirs ?? "", base)).toSorted(), [
      "ITEM-1 Bob",
      "ITEM-1 Cy",
      "ITEM-2 Ada",
    ]);
  });

  it("takes a change of one side, and what one side took out stays out", () => {
    const changed = base.replace("who: Ada", "who: Bob");
    deepEqual(words(mergeAttestations(changed, more("ITEM-3", "Cy"), base)), ["ITEM-1 Bob", "ITEM-2 Ada", "ITEM-3 Cy"]);
    deepEqual(words(mergeAttestations(file(["ITEM-2", "Ada"]), more("ITEM-3", "Cy"), base)), [
      "ITEM-2 Ada",
      "ITEM-3 Cy",
    ]);
  });

  it("loses nothing without the version that both were made from", () => {
    const merged = mergeAttestations(file(["ITEM-2", "Ada"]), more("ITEM-3", "Cy"));
    deepEqual(words(merged), ["ITEM-1 Ada", "ITEM-2 Ada", "ITEM-3 Cy"]);
  });

  it("keeps the comments of both sides", () => {
    const ours = `${base.replace("# Ours", "# Ours\n# Who may sign: leads.")}    # seen by Ada\n`;
    const theirs = more("ITEM-3", "Cy").replace("attestations:", "attestations: # oldest first") + "# The end.\n";
    const merged = mergeAttestations(ours, theirs, base) ?? "";
    for (const comment of ["# Ours", "# Who may sign: leads.", "# seen by Ada", "# oldest first", "# The end."]) {
      ok(merged.includes(comment), comment);
    }
    deepEqual(new Set(words(merged)), new Set(["ITEM-1 Ada", "ITEM-2 Ada", "ITEM-3 Cy"]));
  });

  it("brings dashes of two columns to one", () => {
    const flush = more("ITEM-3", "Cy").replace(/^ {2}/gm, "");
    deepEqual(words(mergeAttestations(more("ITEM-4", "Bob"), flush, base)), [
      ...["ITEM-1 Ada", "ITEM-2 Ada", "ITEM-3 Cy", "ITEM-4 Bob"],
    ]);
  });

  it("merges with a file that has no entries yet", () => {
    for (const empty of ["", "# Ours\n", "attestations: []\n", "attestations:\n"]) {
      deepEqual(words(mergeAttestations(base, empty)), ["ITEM-1 Ada", "ITEM-2 Ada"]);
      deepEqual(words(mergeAttestations(empty, base)), ["ITEM-1 Ada", "ITEM-2 Ada"]);
    }
  });

  it("merges nothing that is not YAML, or not a list with dashes", () => {
    equal(mergeAttestations(base, 'attestations:\n  - "'), undefined);
    equal(mergeAttestations("attestations: [{item: ITEM-1}]", base), undefined);
  });

  it("loses no line in whatever order two people add, change and remove", () => {
    const next = randomNumbers(7);
    for (let round = 0; round < 60; round++) {
      const start = file(
        ...pick(items, next, 6).map((item) => [item, "Ada", next() < 0.3 ? "a\n\n- b\n# c" : ""] as const),
      );
      const [ours, theirs] = ["Bob", "Cy"].map((who) => edited(start, who, next));
      const merged = mergeAttestations(ours ?? "", theirs ?? "", start) ?? "";
      const found = words(merged);
      for (const [mine, others] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const gone = new Set(words(start).filter((word) => !words(others).includes(word)));
        for (const word of words(mine)) ok(gone.has(word) || found.includes(word), `${word}\n${merged}`);
      }
      equal(mergeAttestations(merged, merged, start), merged);
      deepEqual(words(mergeAttestations(merged, ours ?? "", ours)), found);
    }
  });
});

/** Somebody's version of a text: entries taken out, added, and comments. */
function edited(text: string, who: string, next: () => number): string {
  let result = text;
  if (next() < 0.3) result = result.replace(/ {2}- item: .*\n(?: {4}.*\n|\n)+/, "");
  for (const item of pick(items, next, 3)) result = withAttestation(result, signed(item, who)) ?? "";
  return next() < 0.5 ? `${result}    # by ${who}\n` : result;
}

function pick(from: readonly string[], next: () => number, most: number): string[] {
  return [
    ...new Set(
      Array.from({ length: Math.floor(next() * (most + 1)) }, () => from[Math.floor(next() * from.length)] ?? ""),
    ),
  ];
}

/** The same numbers between 0 and 1 at every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

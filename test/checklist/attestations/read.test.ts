import { deepEqual, equal, match } from "node:assert/strict";
import { currentAttestations } from "../../../src/checklist/attestations/current.js";
import { addDays, daysBetween, isDay } from "../../../src/checklist/attestations/days.js";
import { readAttestations } from "../../../src/checklist/attestations/read.js";

const today = "2026-06-01";
const read = (...lines: readonly string[]): ReturnType<typeof readAttestations> =>
  readAttestations(lines.join("\n"), ["PLAN-01", "DATA-06", "ACME-01"], today);

const entry = (fields: string): string => `  - {item: PLAN-01, verdict: pass, who: Ada, date: 2026-05-01${fields}}`;

describe("readAttestations", () => {
  it("reads every field, with the line of the entry", () => {
    const { attestations, problems } = read(
      "# Signed in the review of May.",
      "attestations:",
      "  - item: PLAN-01",
      "    verdict: pass",
      "    who: Ada Lovelace",
      "    date: 2026-05-01",
      "    link: https://example.org/goal",
      "    note: read and agreed",
      "    expires: 2026-12-31",
    );
    deepEqual(problems, []);
    deepEqual(attestations, [
      {
        ...{ item: "PLAN-01", verdict: "pass", who: "Ada Lovelace", date: "2026-05-01", line: 3 },
        ...{ link: "https://example.org/goal", note: "read and agreed", expires: "2026-12-31" },
      },
    ]);
  });

  for (const [what, text] of [
    ["an empty file", ""],
    ["a file of comments", "# nothing yet\n"],
    ["an empty list", "attestations: []\n"],
    ["a key without a list", "attestations:\n"],
  ] as const) {
    it(`finds nothing wrong with ${what}`, () => deepEqual(read(text), { attestations: [], problems: [] }));
  }

  for (const [what, line, message] of [
    ["a date that is none", entry("").replace("2026-05-01", "2026-02-30"), /^A day is expected/],
    ["a date in other words", entry("").replace("2026-05-01", "May 1"), /^A day is expected/],
    ["a day that is to come", entry("").replace("2026-05-01", "2026-07-01"), /lies in the future/],
    ["an expiry that is no day", entry(", expires: soon"), /^A day is expected/],
    ["an expiry before the date", entry(", expires: 2026-04-01"), /ends before it begins/],
    ["a waiver without a reason", entry("").replace("pass", "n/a"), /a `note` with the reason/],
    ["a verdict that there is not", entry("").replace("pass", "fine"), /^Verdict: one of `pass`, `fail`, `n\/a`/],
    ["nobody's word", entry("").replace("who: Ada, ", ""), /^Who: a text is expected/],
    ["a key that there is not", entry(", by: Ada"), /nothing is known by this name/],
    ["what is no entry", "  - PLAN-01", /^A mapping is expected/],
  ] as const) {
    it(`leaves out ${what}, says so at its line, and reads on`, () => {
      const { attestations, problems } = read("attestations:", line, entry(", note: good"));
      deepEqual(
        attestations.map(({ note }) => note),
        ["good"],
      );
      deepEqual([problems.length, problems[0]?.kind, problems[0]?.start.line], [1, "fault", 2]);
      match(problems[0]?.message ?? "", message);
    });
  }

  it("takes a day of tomorrow, which it is already somewhere", () => {
    equal(read("attestations:", entry("").replace("2026-05-01", "2026-06-02")).attestations.length, 1);
  });

  it("reports an attestation of an item that there is not as an orphan", () => {
    const { attestations, problems } = read("attestations:", entry("").replace("PLAN-01", "PLAN-10"));
    deepEqual([attestations.length, problems[0]?.kind, problems[0]?.severity], [0, "orphaned", "warning"]);
    match(problems[0]?.message ?? "", /no item `PLAN-10`; did you mean `PLAN-01`/);
  });

  it("takes nothing from what is not YAML, and says where it breaks", () => {
    const { attestations, problems } = read("attestations:", entry(""), '  - "');
    deepEqual([attestations.length, problems.length, problems[0]?.kind], [0, 1, "fault"]);
    match(problems[0]?.message ?? "", /^This is not YAML/);
  });

  it("is not blown up by aliases or by nesting", () => {
    const bomb = Array.from("abcdefgh").map((name, index, names) => {
      const inner = index === 0 ? "x" : `*${names[index - 1]}`;
      return `${name}: &${name} [${new Array<string>(9).fill(inner).join()}]`;
    });
    equal(read(...bomb).problems[0]?.kind, "fault");
    equal(read("attestations: " + "[".repeat(1_000)).problems[0]?.kind, "fault");
  });
});

describe("currentAttestations", () => {
  const at = (date: string, verdict: "pass" | "fail" = "pass", expires?: string) => ({
    ...{ item: "PLAN-01", verdict, who: "Ada", date, link: undefined, note: undefined, expires, line: 1 },
  });
  const current = (...all: ReturnType<typeof at>[]) => currentAttestations(all, today, 180);

  it("lets the newest word count, wherever it stands", () => {
    equal(current(at("2026-05-02", "fail"), at("2026-05-01")).current.get("PLAN-01")?.verdict, "fail");
  });

  it("lets the last of one day's words count", () => {
    equal(current(at("2026-05-01"), at("2026-05-01", "fail")).current.get("PLAN-01")?.verdict, "fail");
  });

  it("counts the team's days, the last one included", () => {
    equal(current(at("2025-12-03")).current.get("PLAN-01")?.expiresOn, today);
    equal(current(at("2025-12-02")).expired.get("PLAN-01")?.expiresOn, "2026-05-31");
  });

  it("goes by the entry's own expiry where it has one", () => {
    equal(current(at("2020-01-01", "pass", "2026-06-01")).current.size, 1);
    equal(current(at("2026-05-30", "pass", "2026-05-31")).expired.size, 1);
  });

  it("wakes no older word when the newest has expired", () => {
    const { current: now, expired } = current(
      at("2026-01-01", "pass", "2027-01-01"),
      at("2026-02-01", "fail", "2026-03-01"),
    );
    deepEqual([now.size, expired.get("PLAN-01")?.verdict], [0, "fail"]);
  });
});

describe("days", () => {
  it("knows which days there are", () => {
    deepEqual(["2024-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "", "2026-06-01T00:00"].map(isDay), [
      ...[true, false, false, false, false, false],
    ]);
  });

  it("counts over months and years", () => {
    equal(addDays("2026-12-31", 1), "2027-01-01");
    equal(daysBetween("2026-02-28", "2026-03-01"), 1);
  });

  it("has a last day", () => equal(addDays("2026-01-01", 1e12), "9999-12-31"));
});

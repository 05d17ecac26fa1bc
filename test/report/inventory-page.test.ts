import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { builtInGuide } from "../../src/guide/guide.js";
import { homesOf, type Home } from "../../src/guide/homes.js";
import { pages } from "../../src/report/pages.js";
import { rules } from "../../src/rules/index.js";

/** The inventory of the sources: what has to be seen of each row, written down apart from the guide. */
const inventory = new Map(
  Object.entries(parse(readFileSync("test/fixtures/guide/inventory.yaml", "utf8")) as Record<string, string[]>),
);
const homes = homesOf(builtInGuide());
const all = new Map([...pages(rules)].map(([path, page]) => [path, page.text()]));

describe("the inventory of the sources", () => {
  it("has 500 rows", () => equal(inventory.size, 500));

  it("has a home for every row", () => {
    deepEqual(
      [...inventory.keys()].filter((row) => !homes.has(row)),
      [],
    );
  });

  it("has every row that the guide names", () => {
    deepEqual(
      [...homes.keys()].filter((row) => !inventory.has(row)),
      [],
    );
  });

  it("does not leave a row to what is built later", () => {
    deepEqual(
      [...homes].filter(([, ofRow]) => ofRow.filter(saysRow).length === 0).map(([row]) => row),
      [],
    );
  });

  for (const [row, words] of inventory) {
    it(`is heard in the homes of ${row}`, () => {
      const texts = (homes.get(row) ?? []).filter(saysRow).map(({ says }) => says.join(" ").toLowerCase());
      const heard = (text: string) => words.filter((word) => text.includes(word.toLowerCase()));
      deepEqual(
        words.filter((word) => !texts.some((text) => heard(text).includes(word))),
        [],
      );
      for (const text of texts) ok(heard(text).length > 0, `says nothing of ${words.join(", ")}: ${text}`);
    });
  }
});

describe("the homes of the inventory", () => {
  for (const home of new Map([...homes.values()].flat().map((one) => [`${one.kind} ${one.at}`, one])).values()) {
    if (home.kind === "rule" && !rules.some(({ meta }) => meta.id === home.at)) continue;
    it(`are shown: ${home.kind} ${home.at}`, () => {
      const page = all.get(pageOf(home));
      ok(page !== undefined, pageOf(home));
      const sameHome = [...homes.values()].flat().filter(({ kind, at }) => kind === home.kind && at === home.at);
      for (const text of sameHome.flatMap(({ says }) => says)) ok(page.includes(text), text);
    });
  }
});

describe("inventoryPage", () => {
  const page = all.get("/guide/inventory.md") ?? "";
  const line = (row: string) => page.split("\n").find((text) => text.startsWith(`| ${row} |`)) ?? "";

  it("has a line for every row", () => {
    deepEqual(
      [...inventory.keys()].filter((row) => line(row) === ""),
      [],
    );
  });

  it("says what a row became", () => {
    ok(line("S0-res-07").includes("detector [T-torchtext](tools.md)"));
    ok(line("S0-train-06").includes("reading [R-000-06]"));
    ok(line("S1-5c-14").includes("node [training/debugging#overfit-a-single-batch]"));
    ok(line("S1-5c-14").includes("item [TRAIN-06](checklist.md)"));
    ok(line("S1-5c-14").includes("snippet [SN-overfit-batch](snippets/SN-overfit-batch.md)"));
    ok(line("S1-5c-04").includes("hover of [softmax-before-cross-entropy](../rules/softmax-before-cross-entropy.md)"));
    ok(line("S1-5c-05").includes("rule [missing-eval-mode](../rules/missing-eval-mode.md)"));
    ok(line("S1-5b-05").includes("rule learning-rate-out-of-range, to come"));
    ok(line("S0-fund-04").includes("node [path of Product leadership](paths/product-leadership.md)"));
    ok(line("S4-w1-03").includes("node [LG-1.3](goals.md)"));
  });
});

/** What later features make of an item, a snippet or a detector is theirs to show; the guide's own texts say it now. */
function saysRow({ kind }: Home): boolean {
  return kind !== "item" && kind !== "snippet" && kind !== "tool" && kind !== "rule";
}

function pageOf({ kind, at }: Home): string {
  if (kind === "path") return `/guide/paths/${at}.md`;
  const lists = { goal: "goals", tool: "tools", item: "checklist", stage: "README", reading: "README" };
  if (kind === "rule") return `/rules/${at}.md`;
  if (kind === "snippet") return `/guide/snippets/${at}.md`;
  const place = at.split("#")[0] ?? at;
  return `/guide/${kind in lists ? lists[kind as keyof typeof lists] : place}.md`;
}

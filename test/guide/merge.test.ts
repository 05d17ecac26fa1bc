import { deepEqual, equal, ok } from "node:assert/strict";
import { faultsAcross } from "../../src/guide/check-guide.js";
import { placeText } from "../../src/guide/entry.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { mergeGuide } from "../../src/guide/merge.js";

const guide = builtInGuide();
const ids = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);
const merged = (file: object) => {
  const result = mergeGuide(guide, file);
  deepEqual(result.faults, []);
  // What is hidden may be all that a passage led to; and questions of the checklist are turned off elsewhere, with a reason.
  const mayBe = /names no reading$|^items: .* unknown stage/;
  deepEqual(
    [...faultsAcross(result.guide)].filter((fault) => !mayBe.test(fault)),
    [],
  );
  return result.guide;
};
const topicsOf = (stage: string, { stages } = guide) => stages.find(({ id }) => id === stage)?.topics ?? [];

describe("mergeGuide", () => {
  it("changes nothing without a file, or with an empty one", () => {
    for (const file of [null, undefined, {}, { stages: [] }]) {
      const { guide: same, faults } = mergeGuide(guide, file);
      deepEqual(faults, []);
      deepEqual(same.stages, guide.stages);
      deepEqual(same.paths, guide.paths);
      deepEqual(same.tools, guide.tools);
      deepEqual(ids(same.readings), ids(guide.readings));
    }
  });

  it("renames and keeps the rest", () => {
    const { stages, readings, tools } = merged({
      stages: [{ id: "data", title: "Records" }],
      topics: [{ id: "data/splitting", title: "Splits" }],
      readings: [{ id: "R-000-02", title: "Rules", note: "Print them." }],
      tools: [{ id: "T-dvc", name: "Our DVC" }],
    });
    const data = stages.find(({ id }) => id === "data");
    equal(data?.title, "Records");
    equal(data.summary, guide.stages.find(({ id }) => id === "data")?.summary);
    equal(data.topics.find(({ id }) => id === "splitting")?.title, "Splits");
    equal(data.topics.find(({ id }) => id === "splitting")?.passages[0]?.anchor, "one-place-for-the-ratio");
    const rules = readings.find(({ id }) => id === "R-000-02");
    deepEqual([rules?.label, rules?.note, rules?.title], ["Rules", "Print them.", guide.readings[1]?.title]);
    const dvc = tools.find(({ id }) => id === "T-dvc");
    equal(dvc?.name, "Our DVC");
    ok(dvc.detect.files.includes("**/dvc.yaml"));
  });

  it("moves before and after, and keeps the order of readings in their numbers", () => {
    const { stages, readings } = merged({
      stages: [{ id: "testing", before: "deployment" }],
      topics: [{ id: "data/versioning", after: "data-management" }],
      readings: [{ id: "R-000-14", before: "R-000-01" }],
    });
    equal(ids(stages).indexOf("testing") + 1, ids(stages).indexOf("deployment"));
    equal(topicsOf("data", { ...guide, stages })[1]?.id, "versioning");
    equal(readings[0]?.id, "R-000-14");
    deepEqual(
      readings.map(({ order }) => order),
      readings.map((_, index) => index + 1),
    );
  });

  it("hides a stage with all that hangs on it", () => {
    const { stages, readings, tools, paths, goals, items } = merged({ stages: [{ id: "monitoring", hide: true }] });
    ok(!ids(stages).includes("monitoring"));
    ok(readings.every(({ stage }) => stage !== "monitoring"));
    ok(tools.every(({ stage }) => stage !== "monitoring"));
    ok(paths.every(({ steps }) => steps.every(({ of }) => of !== "R-000-13")));
    equal(items.length, guide.items.length);
    deepEqual(
      ids(guide.goals).filter((id) => !ids(goals).includes(id)),
      ["LG-1.2", "LG-1.5"],
    );
  });

  it("hides topics, readings and tools", () => {
    const { stages, readings, tools } = merged({
      topics: [{ id: "data/storage", hide: true }],
      readings: [{ id: "R-003-14", hide: true }],
      tools: [{ id: "T-floyd", hide: true }],
    });
    ok(!ids(topicsOf("data", { ...guide, stages })).includes("storage"));
    ok(!ids(readings).includes("R-003-14"));
    ok(!ids(tools).includes("T-floyd"));
  });

  it("adds, beside what was added above, and puts readings on paths", () => {
    const { stages, readings, paths, tools } = merged({
      stages: [{ id: "law", title: "Law", summary: "What it asks.", after: "planning" }],
      topics: [
        {
          id: "law/records",
          title: "Records",
          passages: [{ title: "What to keep", text: "All of it.", readings: ["own"] }],
        },
      ],
      readings: [{ id: "own", title: "Our rules", stage: "law", roles: ["new-hire"], why: "They are ours." }],
      tools: [{ id: "own-tool", name: "Own", stage: "law", purpose: "To keep.", url: "https://own.example" }],
    });
    equal(ids(stages).indexOf("law"), ids(stages).indexOf("planning") + 1);
    equal(topicsOf("law", { ...guide, stages })[0]?.passages[0]?.anchor, "what-to-keep");
    equal(readings.at(-1)?.id, "own");
    const steps = paths.find(({ id }) => id === "new-hire")?.steps ?? [];
    deepEqual(
      steps.slice(-3).map(({ kind, why }) => [kind, why.slice(0, 14)]),
      [
        ["read", "They are ours."],
        ["goals", "The 27 learnin"],
        ["role", "Go on with the"],
      ],
    );
    equal(tools.at(-1)?.status, "active");
  });

  it("leaves the guide that it was given alone", () => {
    const before = JSON.stringify(guide);
    merged({ stages: [{ id: "data", title: "Records" }], readings: [{ id: "R-000-14", before: "R-000-01" }] });
    equal(JSON.stringify(guide), before);
  });

  const faulty: readonly [title: string, file: object, place: string, message: RegExp][] = [
    ["a file that is a list", [], "", /a mapping is expected/],
    ["a section that is no list", { stages: { id: "data" } }, "stages", /a list is expected/],
    ["a section that there is not", { stage: [] }, "stage", /nothing is known by this name; there is `stages`/],
    ["a key that there is not", { tools: [{ id: "T-dvc", titel: "A" }] }, "tools[0].titel", /nothing is known/],
    ["an entry without an id", { stages: [{ title: "A" }] }, "stages[0].id", /a text is expected/],
    ["a new stage without a summary", { stages: [{ id: "law", title: "Law" }] }, "stages[0].id", /give `summary` too/],
    ["a new topic without a title", { topics: [{ id: "data/law" }] }, "topics[0].id", /give `title` too/],
    ["a new reading without all", { readings: [{ id: "x" }] }, "readings[0].id", /give `title` and `stage` too/],
    [
      "a new tool without a purpose",
      { tools: [{ id: "x", name: "X", stage: "data" }] },
      "tools[0].id",
      /`purpose` and `url`/,
    ],
    ["an id that makes no address", { stages: [{ id: "Law", title: "L", summary: "S." }] }, "stages[0].id", /is no id/],
    ["a topic of no stage", { topics: [{ id: "law/records", title: "R" }] }, "topics[0].id", /no stage `law`/],
    ["a reading of no stage", { readings: [{ id: "R-000-01", stage: "law" }] }, "readings[0].stage", /no stage `law`/],
    ["an address that opens nothing", { tools: [{ id: "T-dvc", url: "dvc" }] }, "tools[0].url", /web address/],
    ["a role that there is not", { readings: [{ id: "R-000-01", roles: ["cook"] }] }, "readings[0].roles[0]", /`cook`/],
    ["hiding what is not there", { stages: [{ id: "law", hide: true }] }, "stages[0].id", /no stage `law` to hide/],
    ["a neighbour that is not there", { stages: [{ id: "data", after: "law" }] }, "stages[0].after", /no other stage/],
    ["itself as a neighbour", { stages: [{ id: "data", before: "data" }] }, "stages[0].before", /no other stage/],
    [
      "two neighbours",
      { stages: [{ id: "data", before: "testing", after: "planning" }] },
      "stages[0].after",
      /not by both/,
    ],
    [
      "two entries for one thing",
      { tools: [{ id: "T-dvc" }, { id: "T-dvc", hide: true }] },
      "tools[1].id",
      /an entry above/,
    ],
    [
      "a passage that is there",
      { topics: [{ id: "data/splitting", passages: [{ title: "Slices", text: "No." }] }] },
      "topics[0].passages[0].title",
      /a passage of this title/,
    ],
    [
      "a passage with an unknown reading",
      { topics: [{ id: "data/splitting", passages: [{ title: "Ours", text: "No.", readings: ["own"] }] }] },
      "topics[0].passages[0].readings[0]",
      /no reading `own`/,
    ],
    [
      "a table without columns",
      { topics: [{ id: "data/splitting", passages: [{ title: "Ours", text: "No.", layout: "table" }] }] },
      "topics[0].passages[0]",
      /two `columns`/,
    ],
  ];
  for (const [title, file, place, message] of faulty) {
    it(`tells of ${title}`, () => {
      const { guide: result, faults } = mergeGuide(guide, file);
      equal(faults.length, 1, JSON.stringify(faults));
      equal(placeText(faults[0]?.path ?? []), place);
      ok(message.test(faults[0]?.message ?? ""), faults[0]?.message);
      ok(ids(result.stages).includes("data"));
    });
  }

  it("leaves out an entry with a fault whole, and follows the others", () => {
    const { guide: result, faults } = mergeGuide(guide, {
      stages: [
        { id: "data", title: 7, summary: "Other." },
        { id: "testing", title: "Tests" },
      ],
    });
    equal(faults.length, 1);
    equal(
      result.stages.find(({ id }) => id === "data")?.summary,
      guide.stages.find(({ id }) => id === "data")?.summary,
    );
    equal(result.stages.find(({ id }) => id === "testing")?.title, "Tests");
  });
});

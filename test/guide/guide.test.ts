import { deepEqual, equal, ok } from "node:assert/strict";
import { builtInGuide, findPlace, readingsFor } from "../../src/guide/guide.js";
import { stages } from "../../src/rules/rule.js";

const guide = builtInGuide();
const passages = guide.stages.flatMap((stage) => stage.topics.flatMap((topic) => topic.passages));

describe("guide", () => {
  it("has the stages that rules may name, in the same order", () => {
    deepEqual(
      guide.stages.map((stage) => stage.id),
      [...stages],
    );
  });

  it("carries all readings in the order to show them", () => {
    equal(guide.readings.length, 97);
    equal(guide.readings.filter((reading) => reading.inSeed).length, 55);
    equal(guide.readings.filter((reading) => !reading.inSeed).length, 42);
    const orders = guide.readings.map((reading) => reading.order);
    deepEqual(
      orders,
      orders.toSorted((a, b) => a - b),
    );
  });

  it("shows no bare address or file name as a reading's label", () => {
    for (const reading of guide.readings) ok(!/^https?:|^\w+_\w+$/.test(reading.label), reading.label);
  });

  it("has passages of one to four sentences", () => {
    ok(passages.length > 0);
    for (const passage of passages) {
      const sentences = passage.text
        .split(/[.!?:;](?:\s|$)/)
        .filter((part) => part !== "" && /^[A-Z]/.test(part.trim()));
      ok(passage.text.endsWith("."), passage.anchor);
      ok(sentences.length >= 1 && sentences.length <= 4, `${passage.anchor}: ${sentences.length} sentences`);
    }
  });

  it("has eight paths, 27 goals, 87 tools, 70 questions and the 39 snippets of the list", () => {
    const { paths, goals, tools, items } = guide;
    const snippets = guide.snippets.slice(0, 39);
    deepEqual([paths.length, goals.length, tools.length, items.length, snippets.length], [8, 27, 87, 70, 39]);
    equal(snippets.at(-1)?.id, "SN-tfjs-train");
  });

  it("lets leadership stop after the fundamentals, and marks training as essential for ML engineers alone", () => {
    const steps = guide.paths.find(({ id }) => id === "product-leadership")?.steps ?? [];
    deepEqual(
      steps.slice(0, 3).map(({ kind, of }) => of ?? kind),
      ["R-000-01", "R-000-02", "stop"],
    );
    for (const { id, essentialFor } of guide.stages) deepEqual(essentialFor, id === "training" ? ["ml-engineer"] : []);
  });

  it("proposes no step as the list's own that the list does not have", () => {
    const ours = new Set(guide.readings.filter(({ inSeed }) => !inSeed).map(({ id }) => id));
    for (const { id, steps } of guide.paths) {
      for (const step of steps) ok(step.ours || step.of === undefined || !ours.has(step.of), `${id}: ${step.of}`);
    }
  });

  it("marks the readings whose address the list does not have", () => {
    equal(guide.readings.filter(({ addressFound }) => addressFound).length, 19);
    for (const { id, url, addressFound } of guide.readings) ok(!addressFound || url !== undefined, id);
  });

  it("can find every tool by something", () => {
    for (const { id, detect } of guide.tools) {
      const { imports, dependencies, npm, files, contents, ci } = detect;
      ok(
        [imports, dependencies, npm, files, contents, ci].some((traces) => traces.length > 0),
        id,
      );
    }
  });

  it("calls only those tools retired that are known to be", () => {
    deepEqual(
      guide.tools.filter(({ status }) => status === "retired").map(({ id }) => id),
      ["T-torchtext", "T-clipper"],
    );
  });

  it("is read once, and only when it is asked for", () => equal(builtInGuide(), guide));
});

describe("findPlace", () => {
  it("finds a passage with its topic and stage", () => {
    const place = findPlace("training/debugging#train-and-eval-mode");
    ok(place !== undefined);
    equal(place.stage.title, "Training");
    equal(place.topic.id, "debugging");
    equal(place.passage.anchor, "train-and-eval-mode");
  });

  it("finds nothing for a place that is not there", () => {
    equal(findPlace("training/debugging"), undefined);
    equal(findPlace("training/debugging#nothing"), undefined);
    equal(findPlace(""), undefined);
  });
});

describe("readingsFor", () => {
  it("gives a passage's readings, the most helpful first", () => {
    deepEqual(
      readingsFor("training/debugging#train-and-eval-mode").map((reading) => reading.id),
      ["R-000-07", "R-001-s5c"],
    );
  });

  it("gives at least one with an address for every passage", () => {
    for (const stage of guide.stages) {
      for (const topic of stage.topics) {
        for (const { anchor } of topic.passages) {
          ok(
            readingsFor(`${stage.id}/${topic.id}#${anchor}`).some((reading) => reading.url !== undefined),
            anchor,
          );
        }
      }
    }
  });

  it("gives none for a place that is not there", () => deepEqual(readingsFor("nowhere#at-all"), []));
});

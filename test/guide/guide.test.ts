import { deepEqual, equal, ok } from "node:assert/strict";
import { findPlace, guide, readingsFor } from "../../src/guide/guide.js";
import { stages } from "../../src/rules/rule.js";

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

  it("names rows of the inventory in their own form", () => {
    for (const row of passages.flatMap((passage) => passage.rows)) ok(/^S\d-[a-z0-9]+-\d\d$/.test(row), row);
  });
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

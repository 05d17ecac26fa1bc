import { deepEqual, equal, match } from "node:assert/strict";
import { evidenceLevels, levelOf, reaches } from "../../src/checklist/evidence.js";
import { judge } from "../../src/checklist/verdict.js";
import { circumstances, evidence, found, makeItem, objection, says } from "./make.js";

const levels = ["L1", "L2", "L3", "L4"] as const;
const human = { pass: "it is so", partial: undefined, fail: undefined, human: "asked by default" };
const unreadable = [{ path: "big.py", reason: "too-large" }];
const forks = [{ question: "Which of the two is used?", at: { path: "b.py", line: 2 } }];

describe("levels of evidence", () => {
  it("are in order", () => {
    deepEqual(
      evidenceLevels.map((level) => reaches(level, "L2")),
      [false, false, true, true, true],
    );
  });

  it("count the highest", () => {
    equal(levelOf([]), "L0");
    equal(levelOf([evidence("L2"), evidence("L4"), evidence("L1")]), "L4");
  });
});

describe("the verdict of the files", () => {
  for (const [passLevel, expected] of [
    ["L2", "fail fail pass pass pass"],
    ["L3", "fail fail partial pass pass"],
    ["L4", "fail fail partial partial pass"],
    ["findings", "human partial pass pass pass"],
    ["attested", "fail fail partial partial partial"],
  ] as const) {
    it(`of an item that asks for ${passLevel} goes by the level from L0 to L4`, () => {
      const item = makeItem({ passLevel, attestedPoints: passLevel === "attested" ? 1 : 0.5 });
      const verdicts = [[], ...levels.map((level) => [level])].map((all) => judge(item, found(all), circumstances()));
      equal(verdicts.map(({ verdict }) => verdict).join(" "), expected);
      deepEqual(
        verdicts.map(({ level }) => level),
        evidenceLevels,
      );
    });
  }

  it("asks where an item cannot fail", () => {
    const item = makeItem({ automation: "P", verdict: human });
    equal(judge(item, found(["L1"]), circumstances()).verdict, "human");
    equal(judge(item, found(["L2"]), circumstances()).verdict, "partial");
  });

  it("is no pass while something is not covered, and a fail when something speaks against it", () => {
    const weak = judge(makeItem(), found(["L4"], { objections: [objection("partial")] }), circumstances());
    deepEqual([weak.verdict, weak.reason], ["partial", "The other half is not."]);
    equal(judge(makeItem(), found(["L4"], { objections: [objection("fail")] }), circumstances()).verdict, "fail");
  });

  it("of an item that rules look after goes by what they find", () => {
    const item = makeItem({ passLevel: "findings" });
    for (const [allows, verdict] of [
      ["partial", "partial"],
      ["fail", "fail"],
    ] as const) {
      equal(judge(item, found(["L2"], { objections: [objection(allows)] }), circumstances()).verdict, verdict);
    }
  });

  it("is unknown when what could change it cannot be read, and names it", () => {
    const { verdict, reason } = judge(makeItem(), found(["L1"], { unreadable }), circumstances());
    equal(verdict, "unknown");
    match(reason, /big\.py \(too-large\)/);
  });

  it("is never a pass for want of findings in what cannot be read", () => {
    equal(
      judge(makeItem({ passLevel: "findings" }), found(["L4"], { unreadable }), circumstances()).verdict,
      "unknown",
    );
  });

  it("stays when it is proven, whatever cannot be read", () => {
    equal(judge(makeItem(), found(["L3"], { unreadable }), circumstances()).verdict, "pass");
    equal(judge(makeItem(), found(["L2"], { unreadable }), circumstances()).verdict, "partial");
  });

  it("asks what the files leave open", () => {
    const { verdict, asks } = judge(makeItem(), found(["L1"], { forks }), circumstances());
    deepEqual([verdict, asks], ["human", ["Which of the two is used?"]]);
  });

  it("never fails what may not apply", () => {
    const applies = { value: undefined, why: "Nobody said whether people are affected." };
    for (const result of [found([]), found(["L2"], { objections: [objection("fail")] })]) {
      const { verdict, reason } = judge(makeItem(), result, circumstances({ applies }));
      equal(verdict, "human");
      match(reason, /Nobody said/);
    }
  });

  it("waits for a person where nothing looks yet, and says so", () => {
    const { verdict, level, reason, asks } = judge(makeItem(), undefined, circumstances());
    deepEqual([verdict, level, asks], ["human", "L0", ["Is it so?"]]);
    match(reason, /does not look for this yet/);
  });

  it("says what is missing, in the detector's words or in the item's", () => {
    deepEqual(judge(makeItem(), found(["L2"], { missing: ["A test."] }), circumstances()).missing, ["A test."]);
    deepEqual(judge(makeItem(), found(["L2"]), circumstances()).missing, ["A pass takes: it is so."]);
    deepEqual(judge(makeItem(), found(["L3"]), circumstances()).missing, []);
  });
});

describe("what does not apply", () => {
  it("is left out, with the reason", () => {
    const judged = judge(
      makeItem(),
      undefined,
      circumstances({ applies: { value: false, why: "No model is served." } }),
    );
    deepEqual([judged.verdict, judged.reason, judged.waived, judged.asks], ["n/a", "No model is served.", false, []]);
  });

  it("is waived when the team leaves it out, in the configuration or by a person's word", () => {
    for (const given of [{ disabled: "no tables" }, { word: says("n/a") }]) {
      const { verdict, waived, reason } = judge(makeItem(), found(["L4"]), circumstances(given));
      deepEqual([verdict, waived, reason !== ""], ["n/a", true, true]);
    }
  });
});

describe("a person's word", () => {
  it("closes what files leave open", () => {
    for (const result of [undefined, found([]), found(["L2"]), found([], { unreadable }), found([], { forks })]) {
      equal(judge(makeItem(), result, circumstances({ word: says("pass") })).verdict, "attested");
    }
  });

  it("does not hide a proof", () => {
    equal(judge(makeItem(), found(["L3"]), circumstances({ word: says("pass") })).verdict, "pass");
  });

  it("does not outweigh what speaks against it", () => {
    const against = found(["L2"], { objections: [objection("fail")] });
    equal(judge(makeItem(), against, circumstances({ word: says("pass") })).verdict, "fail");
    equal(judge(makeItem(), against, circumstances({ word: says("n/a") })).verdict, "n/a");
  });

  it("can say no", () => {
    const { verdict, reason } = judge(makeItem(), found(["L4"]), circumstances({ word: says("fail") }));
    deepEqual([verdict, reason], ["fail", "Ada says fail"]);
  });

  it("is all that closes an item for people", () => {
    const item = makeItem({ automation: "H", passLevel: "attested", attestedPoints: 1, verdict: human });
    equal(judge(item, found(["L4"]), circumstances()).verdict, "partial");
    deepEqual(judge(item, found(["L4"]), circumstances()).asks, ["Is it so?"]);
    deepEqual(judge(item, found(["L4"]), circumstances({ word: says("pass") })).asks, []);
  });

  it("and the evidence are both needed where a pass names them", () => {
    const item = makeItem({ automation: "P", attestedPoints: 1 });
    equal(judge(item, found(["L3"]), circumstances()).verdict, "partial");
    equal(judge(item, found(["L3"]), circumstances({ word: says("pass") })).verdict, "pass");
    equal(judge(item, found(["L2"]), circumstances({ word: says("pass") })).verdict, "attested");
    equal(judge(item, found(["L3"], { closesAlone: true }), circumstances()).verdict, "pass");
  });
});

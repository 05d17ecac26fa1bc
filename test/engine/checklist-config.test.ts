import { deepEqual, equal, match, ok } from "node:assert/strict";
import { checklistKeys } from "../../src/engine/checklist-keys.js";
import { parseConfig } from "../../src/engine/config.js";
import { defaultChecklistConfig, flagOf, numberOf, textOf, textsOf } from "../../src/engine/checklist-config.js";
import { builtInGuide } from "../../src/guide/guide.js";

const read = (...lines: readonly string[]) => {
  const { config, problems } = parseConfig(["checklist:", ...lines.map((line) => `  ${line}`)].join("\n"), []);
  return { config: config.checklist, problems };
};

describe("the checklist's configuration", () => {
  it("reads what a team of some size sets", () => {
    const { config, problems } = read(
      "version: 1",
      "profile: {training: auto, serving: true, people: false, task: classification, languages: [python, typescript]}",
      "org: {archetype: embedded}",
      "project: {archetype: augment}",
      "metric:",
      "  primary: f1_macro",
      '  aliases: {f1_macro: [val_f1, "validation/f1"]}',
      "  thresholds: {latency_p95_ms: 120, recall_minority: 0.80}",
      "baseline: {names: [majority, rules_v1], minLift: 0.05, human: {value: 0.93, source: docs/human-eval.md}}",
      "data: {splitEntry: src/split.py, testPaths: [data/splits/test*], groupColumns: [customer_id], versioning: dvc}",
      "features: {paths: [src/features], forbidden: [ssn, raw_email], ownersFile: docs/features.md}",
      'pipeline: {entries: [dvc.yaml, "Makefile:train"]}',
      "training: {entries: [src/train.py], overfitTest: required}",
      "tuning: {minTrials: 20, sensitivity: {high: [learning_rate, schedule]}}",
      "deps: {parts: {train: uv.lock, web: package-lock.json}}",
      "gate: {metric: f1_macro, threshold: 0.85, entry: src/gate.py}",
      "slices: [country, device]",
      "fairness: {applicable: true, groups: [age_band, gender]}",
      "rollback: {command: make rollback, lastDrill: 2026-05-01}",
      "drift: {threshold: 0.1, features: all}",
      'security: {publicRoutes: ["/healthz"], allowPickle: [tests/**]}',
      "checks:",
      '  DATA-04: {enabled: false, reason: "image model, no tabular features"}',
      "  MON-11: {severity: major}",
      "  TRAIN-06: {weight: 2}",
      "custom:",
      "  - id: ACME-01",
      "    stage: testing",
      "    question: Is the legal review linked?",
      '    evidence: {files: ["docs/legal/*.md"], contains: Approved}',
      "    severity: blocker",
      "scoring: {stageMinimum: 0.7, mlTestScoreTarget: 3, notApplicable: leave-out}",
      "attest: {file: .preflight/signed.yaml, expiryDays: 90}",
    );
    deepEqual(problems, []);
    deepEqual(config.profile, {
      ...{ facts: { serving: true, people: false }, task: "classification", languages: ["python", "typescript"] },
    });
    const unset = { enabled: true, reason: undefined, severity: undefined, weight: undefined };
    deepEqual(config.checks, {
      "DATA-04": { ...unset, enabled: false, reason: "image model, no tabular features" },
      "MON-11": { ...unset, severity: "major" },
      "TRAIN-06": { ...unset, weight: 2 },
    });
    deepEqual(config.custom, [
      {
        ...{ id: "ACME-01", stage: "testing", question: "Is the legal review linked?", severity: "blocker", weight: 1 },
        ...{ files: ["docs/legal/*.md"], contains: "Approved" },
      },
    ]);
    deepEqual(config.scoring, { stageMinimum: 0.7, mlTestScoreTarget: 3, notApplicable: "leave-out" });
    deepEqual(config.attest, { file: ".preflight/signed.yaml", expiryDays: 90 });
    deepEqual(textsOf(config, "data.testPaths"), ["data/splits/test*"]);
    deepEqual(textsOf(config, "drift.features"), ["all"]);
    equal(textOf(config, "rollback.lastDrill"), "2026-05-01");
    equal(numberOf(config, "drift.threshold"), 0.1);
    equal(flagOf(config, "fairness.applicable"), true);
    deepEqual(config.settings["metric.thresholds"], { latency_p95_ms: 120, recall_minority: 0.8 });
    deepEqual(config.settings["deps.parts"], { train: "uv.lock", web: "package-lock.json" });
    deepEqual(config.settings["baseline.human"], { value: 0.93, source: "docs/human-eval.md" });
  });

  it("has defaults for everything", () => {
    deepEqual(read(), { config: defaultChecklistConfig, problems: [] });
    deepEqual(textsOf(defaultChecklistConfig, "data.testPaths"), []);
    equal(textOf(defaultChecklistConfig, "data.splitEntry"), undefined);
  });

  for (const [what, line, message] of [
    ["a key that there is not", "metrics: {primary: f1}", /no key `metrics` here; did you mean `metric`/],
    ["a key of a section that there is not", "data: {testPath: a}", /no key `testPath` here; did you mean `testPaths`/],
    ["readings, which are the guide's", "readings: {}", /no key `readings`/],
    ["a section that is a word", "data: yes please", /`data` must be a mapping/],
    ["a word for a number", "gate: {threshold: high}", /`threshold` must be a number, 0 or more/],
    ["a share above one", "scoring: {stageMinimum: 60}", /`stageMinimum` must be a number from 0 to 1/],
    ["an odd choice", "org: {archetype: embeded}", /did you mean `embedded`/],
    ["an odd profile", "profile: {training: perhaps}", /`training` must be `auto`, `true` or `false`/],
    ["a text for a flag", 'notebooks: {productionAllowed: "no"}', /must be `true` or `false`/],
    ["a day in other words", "rollback: {lastDrill: May}", /must be a day/],
    ["a glob that leaves the folder", "serving: {paths: [../other]}", /leaves the folder/],
    ["an item that there is not", "checks: {DATA-99: {weight: 1}}", /no item `DATA-99`/],
    ["an item left out without a reason", "checks: {DATA-04: {enabled: false}}", /takes a `reason`; it stays in/],
    ["a blocker lowered without a reason", "checks: {DATA-06: {severity: minor}}", /is a blocker: to lower it takes/],
    ["an item of the team's own that runs something", "custom: [{id: A-1, command: make}]", /no key `command` here/],
    ["one without evidence", "custom: [{id: A-1, stage: data, question: Q?}]", /needs `id`, `stage`, `question`/],
    [
      "one with a name that is taken",
      "custom: [{id: DATA-01, stage: data, question: Q?, evidence: {files: a}}]",
      /already/,
    ],
    [
      "one of an odd stage",
      "custom: [{id: A-1, stage: dat, question: Q?, evidence: {files: a}}]",
      /did you mean `data`/,
    ],
    ["attestations outside of the folder", "attest: {file: ../a.yaml}", /must stay below the root/],
  ] as const) {
    it(`refuses ${what}, at its line`, () => {
      const { config, problems } = read("kpi: churn", line);
      match(problems.map((problem) => problem.message).join("\n"), message);
      equal(problems[0]?.start.line, 3);
      equal(textOf(config, "kpi"), "churn");
    });
  }

  it("keeps items and blockers whose change has no reason as they are", () => {
    const { config } = read("checks: {DATA-04: {enabled: false}, DATA-06: {severity: minor, weight: 2}}");
    equal(config.checks["DATA-04"]?.enabled, true);
    deepEqual([config.checks["DATA-06"]?.severity, config.checks["DATA-06"]?.weight], [undefined, 2]);
  });

  it("lowers a blocker with a reason, and raises anything without one", () => {
    const { config, problems } = read(
      "checks: {DATA-06: {severity: minor, reason: weather}, TEAM-01: {severity: blocker}}",
    );
    deepEqual(problems, []);
    deepEqual([config.checks["DATA-06"]?.severity, config.checks["TEAM-01"]?.severity], ["minor", "blocker"]);
  });

  it("has a key for everything that an item says a team may set", () => {
    const keys = new Set(
      checklistKeys.flatMap(({ name, value }) =>
        value.type === "keys" ? [name, ...value.keys.map((key) => `${name}.${key.name}`)] : [name],
      ),
    );
    for (const { id, settings } of builtInGuide().items) {
      for (const setting of settings) ok(keys.has(setting), `${id}: ${setting}`);
    }
  });

  it("has no setting that nothing reads", () => {
    const read = new Set(builtInGuide().items.flatMap(({ settings }) => settings));
    const own = new Set(["version", "profile", "checks", "custom", "scoring", "attest"]);
    const unread = checklistKeys.flatMap(({ name, value }) =>
      own.has(name) ? [] : value.type !== "keys" ? [name] : value.keys.map((key) => `${name}.${key.name}`),
    );
    deepEqual(
      unread.filter((key) => !read.has(key)),
      ["training.entries", "gate.entry"],
    );
  });
});

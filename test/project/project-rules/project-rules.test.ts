import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { findPlace, readingsFor } from "../../../src/guide/guide.js";
import { allRules } from "../../../src/project/project-rules/all-rules.js";
import { projectRules } from "../../../src/project/project-rules/index.js";
import { catalogue } from "../../rules/catalogue.js";
import { findings, findingsIn } from "./project-findings.js";

describe("rules about projects", () => {
  it("share no id with each other or with the rules about files", () => {
    const ids = allRules.map(({ meta }) => meta.id);
    equal(ids.length, new Set(ids).size);
  });

  for (const rule of projectRules) {
    const { meta, examples } = rule;
    describe(meta.id, () => {
      it("is named in the catalogue and stands in the folder of its stage", () => {
        ok(catalogue.has(meta.id));
        ok(existsSync(`src/project/project-rules/${meta.stage}/${meta.id}.ts`));
      });

      it("says what, why and what to do in sentences, and what it looks at", () => {
        match(meta.summary, /^[A-Z`].*[^.\s]$/);
        for (const text of [meta.why, meta.fix]) match(text, /^[A-Z`].*\.$/);
        ok(meta.summary.length <= 80, "the summary is for lists");
        match(meta.files ?? "", /^\S.*[^.]$/);
        deepEqual(meta.languages, []);
      });

      it("leads to a passage of the guide and a reading that opens", () => {
        ok(findPlace(meta.guide) !== undefined, meta.guide);
        ok(readingsFor(meta.guide).some((reading) => reading.url !== undefined));
      });

      it("has examples that are silent or reported as they should, in files that it says it may speak in", async () => {
        ok(examples.length > 0);
        for (const { bad, good } of examples) {
          const found = await findingsIn(rule, bad);
          ok(found.length > 0, JSON.stringify(bad));
          for (const { path } of found) ok(rule.mayStandIn(path), path);
          deepEqual(
            (await findingsIn(rule, good)).map(({ message }) => message),
            [],
          );
        }
      });
    });
  }
});

describe("what a team says of rules about projects", () => {
  const project = {
    "train.py": "import torch\n",
    "ci.sh": "pytest\necho finished\n",
    ".gitlab-ci.yml": "test:\n  script:\n    - sh ci.sh\n",
  };

  it("is nothing at first: the findings stand in their files, in order", async () => {
    deepEqual(
      (await findings(project)).map(({ path, rule, severity, start, end }) => [path, rule, severity, start, end]),
      [["ci.sh", "ci-test-failure-ignored", "warning", { line: 1, column: 1 }, { line: 1, column: 7 }]],
    );
  });

  for (const [what, config, expected] of [
    ["a level", "rules: {ci-test-failure-ignored: hint}", ["hint"]],
    ["that one is off", "rules: {ci-test-failure-ignored: off}", []],
    ["a level for some paths", "paths: [{files: ['*.sh'], rules: {ci-test-failure-ignored: error}}]", ["error"]],
    ["that one is off on some paths", "paths: [{files: ['*.sh'], rules: {ci-test-failure-ignored: off}}]", []],
    ["that a file is excluded", "exclude: [ci.sh]", []],
  ] as const) {
    it(`can be ${what}`, async () => {
      deepEqual(
        (await findings({ ...project, ".preflight/config.yaml": `${config}\n` })).map(({ severity }) => severity),
        expected,
      );
    });
  }

  for (const [where, script] of [
    [
      "at the line's end",
      "pytest  # preflight: ignore[ci-test-failure-ignored] -- the report is read\necho finished\n",
    ],
    ["above the line", "# preflight: ignore[ci-test-failure-ignored] -- the report is read\npytest\necho finished\n"],
    ["anywhere in the file", "pytest\necho finished\n# preflight: ignore-file[ci-test-failure-ignored]\n"],
  ] as const) {
    it(`can be a comment ${where}`, async () => {
      deepEqual(await findings({ ...project, "ci.sh": script }), []);
    });
  }

  it("cannot be a comment about another rule", async () => {
    equal((await findings({ ...project, "ci.sh": "pytest # preflight: ignore[nan-equality]\necho ok\n" })).length, 1);
  });

  it("can be that a file is ignored", async () => {
    deepEqual(await findings({ ...project, ".gitignore": "*.sh\n" }), []);
  });
});

import assert from "node:assert/strict";
import { type Config, defaultConfig, parseConfig } from "../../src/engine/config.js";
import { configKeys } from "../../src/engine/config-schema.js";
import { makeRule } from "./make-rule.js";

const known = ["missing-no-grad", "missing-eval-mode", "nan-equality"].map((id) => makeRule({ id }).meta);

describe("parseConfig", () => {
  it("reads every key", () => {
    const { config, problems } = parseConfig(
      [
        "preset: strict",
        "rules: {missing-no-grad: error, nan-equality: off}",
        "paths:",
        "  - files: [notebooks/**]",
        "    preset: recommended",
        "    rules: {nan-equality: hint}",
        "exclude: [vendor/**]",
        "maxFileSize: 500 KB",
        "checklist: {version: 1, kpi: churn}",
      ].join("\n"),
      known,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      preset: "strict",
      rules: { "missing-no-grad": "error", "nan-equality": "off" },
      paths: [{ files: ["notebooks/**"], preset: "recommended", rules: { "nan-equality": "hint" } }],
      exclude: ["vendor/**"],
      maxFileSize: 500 * 1024,
      checklist: { ...defaultConfig.checklist, settings: { kpi: "churn" } },
    });
  });

  for (const [what, text] of [
    ["an empty file", ""],
    ["a file of comments", "# nothing yet\n"],
    ["keys without values", "rules:\npaths:\nexclude:\nchecklist:\n"],
  ] as const) {
    it(`takes ${what} for the defaults`, () => {
      const { config, problems } = parseConfig(text, known);
      assert.deepEqual(problems, []);
      assert.deepEqual(config, { ...defaultConfig, rules: {} });
    });
  }

  it("follows aliases", () => {
    const { config, problems } = parseConfig("exclude: &all [a/**]\npaths: [{files: *all, preset: all}]", known);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.paths, [{ files: ["a/**"], preset: "all" }]);
  });

  it("lets one glob stand for a list of one", () => {
    assert.deepEqual(parseConfig("exclude: vendor", known).config.exclude, ["vendor"]);
  });

  for (const [size, bytes] of [
    ["1000", 1000],
    ["2MB", 2 * 1024 * 1024],
    ["1.5 mb", 1.5 * 1024 * 1024],
    ["12 B", 12],
  ] as const) {
    it(`reads the size ${size}`, () => {
      assert.equal(parseConfig(`maxFileSize: ${size}`, known).config.maxFileSize, bytes);
    });
  }

  it("knows the keys that the schema describes, and no others", () => {
    for (const { name } of configKeys) {
      assert.deepEqual(
        places(`${name}:\n`, (message) => message.includes("no key")),
        [],
      );
    }
    assert.deepEqual(places("other: 1"), ["1:1 1:6"]);
  });
});

describe("a problem in a configuration file", () => {
  it("is an unknown key, with the key that was meant", () =>
    expectProblem("rule: {}", "1:1 1:5", /did you mean `rules`/));
  it("is an unknown key that resembles none", () =>
    expectProblem("colour: red", "1:1 1:7", /the keys are `preset`, .* and `checklist`/));
  it("is an unknown key of an entry", () =>
    expectProblem("paths:\n  - files: [a]\n    level: 1\n", "3:5 3:10", /the keys are `files`, `preset` and `rules`/));
  it("is a preset that does not exist", () => expectProblem("preset: strickt", "1:9 1:16", /did you mean `strict`/));
  it("is a key without the value it needs", () => expectProblem("preset:", "1:1 1:7", /must be `recommended`/));
  it("is an unknown rule, with the rule that was meant", () =>
    expectProblem(
      "rules:\n  missing-nograd: off",
      "2:3 2:17",
      /no rule `missing-nograd`; did you mean `missing-no-grad`/,
    ));
  it("is a level that does not exist", () =>
    expectProblem("rules: {nan-equality: warn}", "1:23 1:27", /must be `error`, `warning`/));
  it("is a boolean where `off` is meant", () =>
    expectProblem("rules: {nan-equality: false}", "1:23 1:28", /did you mean `off`/));
  it("is a key that is set twice", () => expectProblem("preset: all\npreset: strict", "2:1 2:7", /set twice/));
  it("is a rule that is set twice", () =>
    expectProblem("rules: {nan-equality: off, nan-equality: hint}", "1:28 1:40", /set twice/));
  it("is a glob whose brackets do not pair up", () => expectProblem("exclude: ['a[', b]", "1:11 1:15", /brackets/));
  it("is a glob that is negated", () => expectProblem("exclude: ['!a']", "1:11 1:15", /negated/));
  it("is a glob from the root of the file system", () => expectProblem("exclude: [/a]", "1:11 1:13", /relative/));
  it("is a glob that leaves the folder", () => expectProblem("exclude: [../a]", "1:11 1:15", /leaves/));
  it("is a glob with backslashes", () => expectProblem("exclude: [a\\b]", "1:11 1:14", /forward slashes/));
  it("is a glob that is a number", () => expectProblem("exclude: [3]", "1:11 1:12", /list of globs/));
  it("is an entry without files", () => expectProblem("paths:\n  - preset: all", "2:5 2:16", /needs `files`/));
  it("is a list that is no list", () => expectProblem("paths: 3", "1:8 1:9", /must be a list/));
  it("is a mapping that is no mapping", () => expectProblem("rules: [nan-equality]", "1:8 1:22", /must be a mapping/));
  it("is a size without sense", () => expectProblem("maxFileSize: 2 GBs", "1:14 1:19", /bytes/));
  it("is a size of nothing", () => expectProblem("maxFileSize: 0", "1:14 1:15", /bytes/));
  it("is an address that is none of the web", () => expectProblem("docsUrl: docs/rules", "1:10 1:20", /web address/));
  it("is an address that opens something", () => expectProblem("docsUrl: 'command:x'", "1:10 1:21", /web address/));
  it("is a file that is no mapping", () => expectProblem("import torch", "1:1 1:13", /must be a mapping/));
  it("is a checklist that is no mapping", () => expectProblem("checklist: 3", "1:12 1:13", /must be a mapping/));
  it("is an alias of nothing", () => expectProblem("preset: *x", "1:9 1:11", /anchor/));
  it("is text that is no YAML", () => expectProblem('preset: "all', "1:13 1:13", /not YAML/));
});

describe("a configuration with problems", () => {
  it("keeps what is right in it", () => {
    const { config, problems } = parseConfig(
      "preset: strickt\nrules: {nan-equality: hint, missing-no-grad: loud}\nexclude: [ok/**, '!no']\nmaxFileSize: much",
      known,
    );
    assert.equal(problems.length, 4);
    assert.deepEqual(config, {
      ...defaultConfig,
      rules: { "nan-equality": "hint" },
      exclude: ["ok/**"],
    } satisfies Config);
  });

  it("keeps what could be read of broken YAML, and names the cause alone", () => {
    const { config, problems } = parseConfig("preset: strict\nrules: [\n", known);
    assert.equal(config.preset, "strict");
    assert.ok(problems.length > 0 && problems.every(({ message }) => message.startsWith("This is not YAML")));
  });

  it("tells its problems in order of place", () => {
    assert.deepEqual(places("a: 1\npreset: no\na: 2\npreset: no"), ["1:1 1:2", "2:9 2:11", "3:1 3:2", "4:1 4:7"]);
  });

  it("survives nesting without end, and does not drown in its own complaints", () => {
    const { problems } = parseConfig("[".repeat(5_000), known);
    assert.ok(problems.length >= 1 && problems.length <= 10);
  });
});

function expectProblem(text: string, place: string, message: RegExp, count = 1): void {
  const { problems } = parseConfig(text, known);
  assert.equal(problems.length, count, JSON.stringify(problems));
  assert.match(problems[0]?.message ?? "", message);
  assert.equal(places(text)[0], place);
}

function places(text: string, filter: (message: string) => boolean = () => true): string[] {
  return parseConfig(text, known)
    .problems.filter(({ message }) => filter(message))
    .map(({ start, end }) => `${start.line}:${start.column} ${end.line}:${end.column}`);
}

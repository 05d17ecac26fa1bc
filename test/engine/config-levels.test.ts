import assert from "node:assert/strict";
import { type Config, defaultConfig, isExcluded, levelsFor, withPreset } from "../../src/engine/config.js";
import { makeRule } from "./make-rule.js";

const rules = [
  makeRule({ id: "bug", preset: "recommended", severity: "warning" }),
  makeRule({ id: "smell", preset: "strict", severity: "info" }),
  makeRule({ id: "opinion", preset: "all", severity: "hint" }),
];

describe("levelsFor", () => {
  it("runs what a preset and the smaller ones hold", () => {
    assert.deepEqual(levels({}), { bug: "warning" });
    assert.deepEqual(levels({ preset: "strict" }), { bug: "warning", smell: "info" });
    assert.deepEqual(levels({ preset: "all" }), { bug: "warning", smell: "info", opinion: "hint" });
  });

  it("runs a rule that is named, whatever the preset", () => {
    assert.deepEqual(levels({ rules: { opinion: "error" } }), { bug: "warning", opinion: "error" });
  });

  it("does not run a rule that is off", () => {
    assert.deepEqual(levels({ rules: { bug: "off" } }), {});
  });

  it("takes the preset of the last entry that matches and has one", () => {
    const paths = [
      { files: ["src/**"], preset: "all" },
      { files: ["src/old/**"], preset: "recommended" },
      { files: ["**/*.py"], rules: { bug: "error" } },
    ] as const;
    assert.deepEqual(levels({ paths }, "src/old/a.py"), { bug: "error" });
    assert.deepEqual(levels({ paths }, "src/a.py"), { bug: "error", smell: "info", opinion: "hint" });
    assert.deepEqual(levels({ paths }, "src/a.ts"), { bug: "warning", smell: "info", opinion: "hint" });
    assert.deepEqual(levels({ paths }, "test/a.ts"), { bug: "warning" });
  });

  it("lets later entries overrule earlier ones and the rules of all files", () => {
    const config = {
      rules: { bug: "hint", smell: "warning" },
      paths: [
        { files: ["a/**"], rules: { bug: "off" } },
        { files: ["a/b/**"], rules: { bug: "error" } },
      ],
    } as const;
    assert.deepEqual(levels(config, "a/c.py"), { smell: "warning" });
    assert.deepEqual(levels(config, "a/b/c.py"), { bug: "error", smell: "warning" });
  });

  it("answers for the rules it is asked about", () => {
    const [, smell] = rules;
    assert.deepEqual([...levelsFor(defaultConfig, "a.py", rules).keys()].length, 1);
    assert.deepEqual([...levelsFor({ ...defaultConfig, preset: "all" }, "a.py", [smell!]).values()], ["info"]);
  });
});

describe("withPreset", () => {
  it("beats the presets of paths and leaves the rules", () => {
    const paths = [{ files: ["a/**"], preset: "all", rules: { smell: "error" } }] as const;
    const config = withPreset({ ...defaultConfig, paths }, "recommended");
    assert.deepEqual(levels(config, "a/b.py"), { bug: "warning", smell: "error" });
  });
});

describe("isExcluded", () => {
  for (const [glob, path, expected] of [
    ["vendor/**", "vendor/a.py", true],
    ["vendor/**", "vendor", true],
    ["vendor/**", "src/vendor/a.py", false],
    ["vendor", "vendor/deep/a.py", true],
    ["vendor/", "vendor/deep/a.py", true],
    ["./vendor", "vendor/a.py", true],
    ["**/generated", "src/generated/a.py", true],
    ["*.py", "a.py", true],
    ["*.py", "src/a.py", false],
    ["**/*.py", "src/.hidden/a.py", true],
    ["src/{a,b}.py", "src/b.py", true],
    ["src/[ab].py", "src/c.py", false],
  ] as const) {
    it(`${glob} ${expected ? "covers" : "leaves"} ${path}`, () => {
      assert.equal(isExcluded({ ...defaultConfig, exclude: [glob] }, path), expected);
    });
  }
});

function levels(config: Partial<Config>, path = "a.py"): Record<string, string> {
  const found = levelsFor({ ...defaultConfig, ...config }, path, rules);
  return Object.fromEntries([...found].map(([rule, level]) => [rule.meta.id, level]));
}

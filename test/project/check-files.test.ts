import assert from "node:assert/strict";
import { defaultConfig } from "../../src/engine/config.js";
import { checkFiles, type FileResult } from "../../src/project/check-files.js";
import { fixedConfigs, openConfigs } from "../../src/project/configs.js";
import { findTargets } from "../../src/project/targets.js";
import { defineRule, type Rule } from "../../src/rules/rule.js";
import { makeRule } from "../engine/make-rule.js";
import { memoryFileSystem } from "./memory-file-system.js";

/** Finds the first character of each file. */
const first = defineRule({
  ...makeRule({ id: "first" }),
  check: () => [{ at: { start: 0, end: 1 }, message: "The first character." }],
});
const strict = defineRule({ ...first, meta: { ...first.meta, id: "strict-one", preset: "strict", severity: "info" } });
const broken = defineRule({
  ...makeRule({ id: "broken" }),
  check: () => {
    throw new Error("It broke.");
  },
});

describe("checkFiles", () => {
  const contents = { "/p/b.py": "b", "/p/a.py": "a", "/p/c/d.py": "d" };

  it("gives the files in the order of their names, each with its text", async () => {
    const results = await check(contents, [first]);
    assert.deepEqual(
      results.map((result) => ("text" in result ? [result.path, result.text, result.findings.length] : result)),
      [
        ["a.py", "a", 1],
        ["b.py", "b", 1],
        ["c/d.py", "d", 1],
      ],
    );
  });

  it("goes on after a rule that throws, and says which file it was", async () => {
    const errors: string[] = [];
    const results = await check(contents, [broken, first], { errors });
    assert.deepEqual(errors, ["broken a.py It broke.", "broken b.py It broke.", "broken c/d.py It broke."]);
    assert.deepEqual(rulesOf(results), ["first", "first", "first"]);
  });

  it("runs the rules that the configuration of each file asks for", async () => {
    const results = await check({ ...contents, "/p/c/.preflight/config.yaml": "preset: strict\n" }, [first, strict]);
    assert.deepEqual(rulesOf(results), ["first", "first", "first", "strict-one"]);
  });

  it("runs exactly the rules that are asked for by name", async () => {
    const config = { ...defaultConfig, rules: { "strict-one": "off" } } as const;
    const results = await check(contents, [first, strict], { only: [strict], config });
    assert.deepEqual(rulesOf(results), ["strict-one", "strict-one", "strict-one"]);
    assert.equal("findings" in results[0]! && results[0].findings[0]?.severity, "info");
  });

  it("names what it skips", async () => {
    const results = await check({ "/p/a.py": Uint8Array.of(0), "/p/b.py": "b" }, [first]);
    assert.deepEqual(results[0], {
      path: "a.py",
      skipped: { path: "a.py", reason: "binary", detail: "a NUL byte at offset 0" },
    });
    assert.deepEqual(rulesOf(results), ["first"]);
  });

  it("takes each project by itself", async () => {
    const names = Array.from({ length: 6 }, (_, index) => `project-${index}`);
    const files = names.flatMap((name) => [
      [`/p/${name}/.git/HEAD`, ""],
      [`/p/${name}/a.py`, "import b\n"],
    ]);
    const results = await check(Object.fromEntries(files) as Record<string, string>, [first]);
    assert.deepEqual(
      results.map(({ path }) => path),
      names.map((name) => `${name}/a.py`),
    );
  });
});

interface Options {
  readonly errors?: string[];
  readonly only?: readonly Rule[];
  readonly config?: typeof defaultConfig;
}

async function check(
  contents: Readonly<Record<string, string | Uint8Array>>,
  rules: readonly Rule[],
  { errors = [], only, config }: Options = {},
): Promise<FileResult[]> {
  const files = memoryFileSystem(contents);
  const configs = config === undefined ? openConfigs(files, []) : fixedConfigs(config);
  const { targets } = await findTargets(["/p"], (path) => path, { files, configs });
  const results: FileResult[] = [];
  for await (const result of checkFiles(targets, {
    files,
    configs,
    rules,
    ...(only === undefined ? {} : { only }),
    names: { toName: (path) => path.slice("/p/".length), toPath: (name) => `/p/${name}` },
    onRuleError: (rule, path, error) => errors.push(`${rule} ${path} ${error instanceof Error ? error.message : ""}`),
  })) {
    results.push(result);
  }
  return results;
}

function rulesOf(results: readonly FileResult[]): string[] {
  return results.flatMap((result) => ("findings" in result ? result.findings.map(({ rule }) => rule) : []));
}

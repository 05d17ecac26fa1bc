import { type LookAlikes, onlyTheRealCounts, type Texts } from "./counts.js";
import { folders } from "./places.js";
import { ci, type TestItem, testItems } from "./test-items.js";

describe("a test that cannot fail never counts", () => {
  for (const item of testItems) {
    it(`is no evidence for ${item.id}, which the same test is where it can`, async () => {
      const trial = { id: item.id, nothing: { ...item.rest, ...ci }, real: withTest(item, whole(item)) };
      await onlyTheRealCounts(trial, lookAlikes(item));
    });
  }

  it("is none for TEST-01 in TypeScript either, where the same test is where it can", async () => {
    const rest = {
      "src/scale.ts": "export function scale(x: number): number {\n  return x / 255;\n}\n",
      ".github/workflows/ci.yml": ci[".github/workflows/ci.yml"].replace("pytest tests", "npx vitest run"),
    };
    const head = 'import { describe, expect, it, test } from "vitest";\nimport { scale } from "../src/scale";\n';
    const test = (call: string, body = "expect(scale(255)).toBe(1);"): Texts => ({
      ...{ ...rest, "tests/scale.test.ts": `${head}\n${call}("scales", () => {\n  ${body}\n});\n` },
    });
    await onlyTheRealCounts(
      { id: "TEST-01", nothing: rest, real: test("it") },
      {
        "one that is skipped": test("it.skip"),
        "one that is to be written": { ...rest, "tests/scale.test.ts": `${head}\nit.todo("scales");\n` },
        "one crossed out": test("xit"),
        "a suite that is skipped": test(
          "describe.skip",
          'it("scales", () => {\n    expect(scale(255)).toBe(1);\n  });',
        ),
        "no assertion": test("it", "scale(255);"),
        "a constant": test("it", "scale(255);\n  expect(true).toBe(true);"),
        "an assertion in a comment": test("it", "scale(255); // expect(scale(255)).toBe(1);"),
        "a file in a comment": { ...rest, "tests/scale.test.ts": `/*\n${test("it")["tests/scale.test.ts"] ?? ""}*/\n` },
      },
    );
  });
});

const path = "tests/test_it.py";

function lookAlikes(item: TestItem): LookAlikes {
  const { head, name, body } = item;
  const text = whole(item);
  const before = body.slice(0, -1);
  const last = body.at(-1) ?? "";
  const asserted = last.replace(/^assert /, "");
  const test = (more: string): Texts => withTest(item, more);
  const bodied = (...lines: readonly string[]): Texts => test(`${head}\n\n${define(name, lines)}`);
  const marked = (mark: string): Texts =>
    test(`import pytest\nimport unittest\n${head}\n\n${mark}\n${define(name, body)}`);
  return {
    "skipped by a mark": marked("@pytest.mark.skip"),
    "skipped with a reason": marked('@pytest.mark.skip(reason="slow")'),
    "skipped always": marked('@pytest.mark.skipif(True, reason="later")'),
    "skipped by unittest": marked('@unittest.skip("later")'),
    "skipped unless never": marked('@unittest.skipUnless(False, "later")'),
    "not run and expected to fail": marked("@pytest.mark.xfail(run=False)"),
    "skipped by its file": test(`import pytest\n${head}\n\npytestmark = pytest.mark.skip\n\n${define(name, body)}`),
    "skipped by one of its file's marks": test(
      `import pytest\n${head}\n\npytestmark = [pytest.mark.slow, pytest.mark.skip("later")]\n\n${define(name, body)}`,
    ),
    "left by its file": test(
      `import pytest\n${head}\n\npytest.skip("later", allow_module_level=True)\n\n${define(name, body)}`,
    ),
    "left at its beginning": test(`import pytest\n${head}\n\n${define(name, ['pytest.skip("later")', ...body])}`),
    "in a class that is skipped": test(
      `import unittest\n${head}\n\n@unittest.skip("later")\nclass TestIt(unittest.TestCase):\n${indented(define(name, body))}`,
    ),
    "without an assertion": bodied(...before, asserted),
    "with a print for an assertion": bodied(...before, `print(${asserted})`),
    "with an assertion in a comment": bodied(...before, `# ${last}`, "pass"),
    "with an assertion in a string": bodied(...before, `note = '''${last}'''`),
    "that asserts true": bodied(...before, "assert True"),
    "that asserts a number": bodied(...before, "assert 1 == 1"),
    "that asserts a text": bodied(...before, `assert "it is so"`),
    "that asserts it or true": bodied(...before, `assert ${asserted} or True`),
    "that asserts a pair": bodied(...before, `assert (${asserted}, "it is so")`),
    "in a comment": test(text.replace(/^/gm, "# ")),
    "in a string": test(`text = r'''\n${text}'''\n`),
    "under a branch that never runs": test(`${head}\n\nif False:\n${indented(define(name, body))}`),
    "of that name alone": bodied("pass"),
    "whose name no runner takes": test(`${head}\n\n${define(`check_${name.slice(5)}`, body)}`),
    "in a file that is disabled": { ...item.rest, ...ci, [`${path}.disabled`]: text, "tests/_test_it.py.bak": text },
    ...Object.fromEntries(
      Object.entries(folders).map(([form, all]) => [
        form,
        { ...item.rest, ...ci, ...Object.fromEntries(all.map((folder) => [`${folder}/${path}`, text])) },
      ]),
    ),
  };
}

const whole = ({ head, name, body }: TestItem): string => `${head}\n\n${define(name, body)}`;
const withTest = ({ rest }: TestItem, text: string): Texts => ({ ...rest, ...ci, [path]: text });
const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");
const define = (name: string, lines: readonly string[]): string => `def ${name}():\n${indented(lines.join("\n"))}\n`;

import assert from "node:assert/strict";
import { posix } from "node:path";
import { sourceFiles, withoutQuotes } from "./source-files.js";

/** A file whose length is its nature, with the reason; none so far. */
const longFiles: ReadonlySet<string> = new Set();

describe("files", () => {
  const src = sourceFiles("src");
  const all = [...src, ...sourceFiles("test"), ...sourceFiles("bench")];

  it("have at most 250 lines", () => {
    assert.deepEqual(longerThan(all, 250), []);
  });

  it("have under 60 lines besides the examples when they hold a rule", () => {
    const rules = src.filter(({ path }) => /^src\/rules\/[^/]+\//.test(path));
    const checks = rules.map(({ path, text }) => ({
      path,
      text: text.replace(/^ {2}examples: \[\n[\s\S]*?^ {2}\],\n/m, ""),
    }));
    assert.deepEqual(longerThan(checks, 59), []);
  });

  it("have names in kebab-case", () => {
    const wrong = all.filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.ts$/.test(posix.basename(path)));
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  it("leave nothing for later", () => {
    const mark = /\b(TOD[O]|FIXM[E]|XX[X])\b/;
    assert.deepEqual(
      all.filter(({ text }) => mark.test(text)).map(({ path }) => path),
      [],
    );
  });

  it("swallow no error", () => {
    const wrong = all.filter(({ text }) => /\bcatch\s*(\([^)]*\))?\s*\{\s*\}/.test(withoutQuotes(text)));
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });
});

describe("tests", () => {
  const tests = sourceFiles("test").filter(({ path }) => path.endsWith(".test.ts"));

  it("run all of them, always", () => {
    const partial = /\b(describe|it|context)\.(onl[y]|ski[p])\(|\bthis\.ski[p]\(|\bx(it|describe)\(/;
    assert.deepEqual(
      tests.filter(({ text }) => partial.test(text)).map(({ path }) => path),
      [],
    );
  });

  it("wait for events, not for time", () => {
    const sleep = /\b(waitForTimeout|sleep|delay)\(|new Promise(<\w+>)?\(\(?(\w+)\)? => setTimeout\(\3,/;
    assert.deepEqual(
      tests.filter(({ text }) => sleep.test(text)).map(({ path }) => path),
      [],
    );
  });
});

function longerThan(files: readonly { path: string; text: string }[], limit: number): string[] {
  return files
    .filter(({ path }) => !longFiles.has(path))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

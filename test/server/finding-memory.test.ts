import assert from "node:assert/strict";
import type { FileResult } from "../../src/project/check-files.js";
import type { Target } from "../../src/project/targets.js";
import { openFindingMemory } from "../../src/server/scan/finding-memory.js";

const root = { folder: "/p", isProject: true };
const target = (name: string, folder = "/p"): Target => ({ path: `/p/${name}`, root: { folder, isProject: true } });
const names = { toName: (path: string) => path.slice("/p/".length), toPath: (name: string) => `/p/${name}` };

describe("what the checklist remembers of the files", () => {
  const open = (onCheck: (name: string) => Promise<void> | void = () => undefined) => {
    const memory = openFindingMemory(root);
    const checked: string[] = [];
    const check = async (...targets: readonly Target[]): Promise<readonly string[]> => {
      const results: string[] = [];
      const made = async function* (missing: readonly Target[]): AsyncGenerator<FileResult> {
        for (const path of missing.map(({ path }) => names.toName(path)).sort()) {
          checked.push(path);
          await onCheck(path);
          yield { path, findings: [], text: "long" };
        }
      };
      for await (const { path } of memory.check(targets, names, made)) results.push(path);
      return results;
    };
    return { memory, checked, check };
  };
  const changed = { content: true, facts: false };
  const nobody = { dependents: () => Promise.resolve([]) };

  it("is given in order, and not made again", async () => {
    const { checked, check } = open();
    assert.deepEqual(await check(target("b.py")), ["b.py"]);
    assert.deepEqual(await check(target("c.py"), target("b.py"), target("a.py")), ["a.py", "b.py", "c.py"]);
    assert.deepEqual(checked, ["b.py", "a.py", "c.py"]);
  });

  it("is forgotten of a file that changes and of those that see it otherwise", async () => {
    const { memory, checked, check } = open();
    const all = ["a.py", "b.py", "c.py"].map((name) => target(name));
    await check(...all);
    const importer = { dependents: () => Promise.resolve(["/p/b.py"]) };
    await memory.forget("/p/a.py", { content: false, facts: false }, importer);
    assert.equal((await check(...all)).length, 3);
    assert.equal(checked.length, 3);
    await memory.forget("/p/a.py", changed, importer);
    assert.deepEqual(await check(...all), ["a.py", "b.py", "c.py"]);
    assert.deepEqual(checked.slice(3), ["a.py", "b.py"]);
    await memory.forget("/p/a.py", { content: true, facts: true }, nobody);
    await check(...all);
    assert.equal(checked.length, 8);
  });

  it("is not kept of what was checked while something changed, nor of a project within the project", async () => {
    let isFirst = true;
    const { memory, checked, check } = open(async () => {
      if (isFirst) await memory.forget("/p/other.py", changed, nobody);
      isFirst = false;
    });
    await check(target("a.py"), target("b.py"), target("sub/c.py", "/p/sub"));
    await check(target("a.py"), target("b.py"), target("sub/c.py", "/p/sub"));
    assert.deepEqual(checked, ["a.py", "b.py", "sub/c.py", "a.py", "sub/c.py"]);
  });
});

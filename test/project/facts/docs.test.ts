import assert from "node:assert/strict";
import { readDocs } from "../../../src/project/facts/docs.js";
import { inputOf } from "./input-of.js";

describe("readDocs", () => {
  it("reads Markdown, reStructuredText and files that are known by name", async () => {
    const input = inputOf({
      "README.md": "\uFEFF# A\r\n\r\nText\r\n",
      "docs/index.rst": "B\n===\n",
      README: "# C\n",
      "notes.txt": "# D\n",
      "node_modules/x/README.md": "# E\n",
      "{{cookiecutter.name}}/README.md": "# F\n",
    });
    const { facts, unreadable } = await readDocs({ ...input, paths: [...input.paths, "gone.md"] });
    assert.deepEqual(
      facts.map(({ path, heading, line }) => `${path}:${line} ${heading}`),
      ["README.md:1 A", "docs/index.rst:1 B", "README:1 C"],
    );
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ["gone.md"],
    );
  });
});

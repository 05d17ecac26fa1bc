import assert from "node:assert/strict";
import { readSuppressions } from "../../src/engine/suppress.js";
import { commentsOf } from "../../src/project/project-rules/comments.js";
import type { Finding } from "../../src/rules/rule.js";
import { suppressInProjectFile } from "../../src/server/suppress-in-project-file.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";
import { LineIndex } from "../../src/syntax/line-index.js";

function findingAt(text: string, mark: string): Finding {
  const start = text.indexOf(mark);
  const range = new LineIndex(text).range({ start, end: start + mark.length });
  return {
    ...range,
    ...{ rule: "x", path: "a", severity: "warning", message: "", stage: "planning", guide: "", related: [], fixes: [] },
  };
}

/** The text with what is at `it` suppressed on its line, proven by reading its comments again. */
async function onLine(path: string, text: string): Promise<string | undefined> {
  const edit = await suppressInProjectFile(path, text)?.onLine(findingAt(text, "it"));
  if (edit === undefined) return undefined;
  const result = applyOffsetEdit(text, edit);
  const start = result.indexOf("it");
  const comments = readSuppressions(commentsOf(path, result), new LineIndex(result));
  assert.ok(comments.covering("x", { start, end: start + 2 }), result);
  return result;
}

describe("suppressing a finding in a file that is no code", () => {
  for (const [what, path, before, after] of [
    ["behind a requirement", "requirements.txt", "it\n", "it  # preflight: ignore[x]\n"],
    [
      "above one that goes on",
      "requirements.txt",
      "it \\\n  --hash=a\n",
      "# preflight: ignore[x]\nit \\\n  --hash=a\n",
    ],
    ["behind a value of YAML", "a.yml", "a:\n  - it\n", "a:\n  - it  # preflight: ignore[x]\n"],
    ["above text that folds", "a.yml", "a: it\n  more\n", "# preflight: ignore[x]\na: it\n  more\n"],
    ["in a script of YAML", "a.yml", "run: |\n  it\n  b\n", "run: |\n  it  # preflight: ignore[x]\n  b\n"],
    ["in TOML", "pyproject.toml", "a = 'it'\n", "a = 'it'  # preflight: ignore[x]\n"],
    ["above a variable", ".env", "KEY=it\n", "# preflight: ignore[x]\nKEY=it\n"],
    ["above a command of a Makefile", "Makefile", "a:\n\tit\n", "a:\n\t# preflight: ignore[x]\n\tit\n"],
    ["above an instruction", "Dockerfile", "FROM it\n", "# preflight: ignore[x]\nFROM it\n"],
    ["with the sign of a Jenkinsfile", "ci/Jenkinsfile", "sh 'it'\n", "sh 'it'  // preflight: ignore[x]\n"],
    ["in the comment that is there", "a.sh", "it  # preflight: ignore[b]\n", "it  # preflight: ignore[b, x]\n"],
  ] as const) {
    it(`puts the comment ${what}`, async () => assert.equal(await onLine(path, before), after));
  }

  for (const [what, path, text] of [
    ["where lines of YAML become one", "a.yml", "run: >\n  it\n  b\n"],
    ["in text that is no script", "a.yml", "data: |\n  it\n"],
    ["where strings may have several lines", "a.toml", 'a = """\nit\n"""\n'],
    ["in a document for a shell", "a.sh", "cat <<E\nit\nE\n"],
  ] as const) {
    it(`puts none ${what}, but may at the top`, async () => {
      assert.equal(await onLine(path, text), undefined);
      const edit = suppressInProjectFile(path, text)?.inFile("x");
      assert.deepEqual(edit, { start: 0, end: 0, newText: "# preflight: ignore-file[x]\n" });
    });
  }

  it("knows of no comment in JSON, lock files, keys, and what it does not know", () => {
    for (const path of ["a.json", "uv.lock", "id.pem", "id_rsa", "README.md", "a.xml"])
      assert.equal(suppressInProjectFile(path, "it\n"), undefined, path);
  });

  it("leaves the first lines of scripts and Dockerfiles to what must stand there", () => {
    for (const [path, head] of [
      ["a.sh", "#!/bin/sh\n"],
      ["Dockerfile", "# syntax=docker/dockerfile:1\n# escape=`\n"],
    ] as const)
      assert.equal(suppressInProjectFile(path, `${head}it\n`)?.inFile("x").start, head.length);
  });
});

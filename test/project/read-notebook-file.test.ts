import { deepEqual, equal, match } from "node:assert/strict";
import { readNotebook } from "../../src/syntax/notebook/read-notebook.js";
import { readSource } from "../../src/project/read-source.js";
import { memoryFileSystem } from "./memory-file-system.js";

const limit = 2000;
const picture = { output_type: "display_data", data: { "image/png": "A".repeat(50_000) } };
const cells = [
  { cell_type: "markdown", source: ["# Churn\n"], metadata: {} },
  { cell_type: "code", source: ["a = 1\n", "b = 2"], execution_count: 7, metadata: {}, outputs: [picture] },
  { cell_type: "code", source: "c = 3", execution_count: null, metadata: { tags: ["x"] }, outputs: [] },
];

describe("reading the file of a notebook that is too large", () => {
  const read = (text: string) => readSource(memoryFileSystem({ "/n.ipynb": text }), "/n.ipynb", "python", limit);

  it("drops the outputs, and keeps what the cells say", async () => {
    const text = JSON.stringify({ cells, metadata: { language_info: { name: "python" } }, nbformat: 4 });
    const source = await read(text);
    deepEqual("text" in source && readNotebook(source.text), {
      cells: [
        { kind: "markdown", language: "python", text: "# Churn\n", executionCount: undefined, outputs: [] },
        { kind: "code", language: "python", text: "a = 1\nb = 2", executionCount: 7, outputs: [] },
        { kind: "code", language: "python", text: "c = 3", executionCount: undefined, outputs: [] },
      ],
    });
  });

  it("reads format 3 in the same way", async () => {
    const code = { cell_type: "code", input: ["x = 1"], prompt_number: 2, language: "python", outputs: [picture] };
    const source = await read(JSON.stringify({ worksheets: [{ cells: [code, { ...code, input: "y = 2" }] }] }));
    const notebook = "text" in source ? readNotebook(source.text) : undefined;
    deepEqual(notebook !== undefined && "cells" in notebook && notebook.cells.map(({ text }) => text), [
      "x = 1",
      "y = 2",
    ]);
  });

  it("says so when the code alone is too large", async () => {
    const source = await read(JSON.stringify({ cells: [{ cell_type: "code", source: "x = 1\n".repeat(1000) }] }));
    equal("reason" in source && source.reason, "too-large");
    match("detail" in source ? source.detail : "", /KB without its outputs, the limit is 2 KB/);
  });

  it("says what is wrong with broken JSON", async () => {
    const source = await read(JSON.stringify({ cells }).slice(0, 30_000));
    equal("reason" in source && source.reason, "malformed");
    match("detail" in source ? source.detail : "", /^its JSON is broken: /);
  });
});

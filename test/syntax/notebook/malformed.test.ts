import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readSource } from "../../../src/project/read-source.js";
import { parseFile } from "../../../src/project/parse.js";
import { positionsOf } from "../../../src/syntax/positions.js";
import { memoryFileSystem } from "../../project/memory-file-system.js";

const code = (source: unknown, more: object = {}) => ({
  cell_type: "code",
  source,
  metadata: {},
  outputs: [],
  ...more,
});
const file = (cells: unknown, more: object = {}): string =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5, ...more });

/** The statements of the notebook, each with its cell and line; or why it cannot be read. */
async function read(text: string, maxFileSize = 2_000_000): Promise<readonly string[] | string> {
  const source = await readSource(memoryFileSystem({ "/n.ipynb": text }), "/n.ipynb", "python", maxFileSize);
  if (!("text" in source)) return source.detail;
  const form = await parseFile(source.text, "n.ipynb");
  if (!("body" in form)) return form.detail;
  const positions = positionsOf(form);
  return form.body.map((statement) => {
    const { cell, start } = positions.range(statement);
    return `${cell}:${start.line} ${form.text.slice(statement.start, statement.end)}`;
  });
}

describe("a notebook that is malformed", () => {
  it("is told with the reason, wherever its text was cut off", async () => {
    const whole = file([code("a = 1"), code(["b = 2\n", "c = 3"])]);
    for (let end = 1; end < whole.length; end++) {
      const said = await read(whole.slice(0, end));
      ok(typeof said === "string", `cut at ${end}`);
      match(said, /^its JSON is broken: /);
    }
    equal(await read(""), "it is empty");
  });

  it("is told when it is another thing than a notebook", async () => {
    for (const text of ["[]", "3", "null", '"cells"'])
      equal(await read(text), "it is no notebook: its JSON is not an object");
    for (const text of ["{}", '{"cells": 3}', '{"cells": {"0": {}}}', '{"worksheets": "none"}'])
      equal(await read(text), "it is no notebook: it has no list of cells");
  });

  it("loses nothing but what has the wrong type", async () => {
    const odd = [
      ...[null, 3, "text", [], {}, { cell_type: 3, source: "x = 1" }, { source: "x = 1" }],
      ...[code(null), code(3), code({ text: "x = 1" }), code([3, "a = 1", null]), code("b = 2", { outputs: 3 })],
      code("c = 3", { outputs: [null, 3, { output_type: 3, text: 4, data: "x" }], execution_count: "3", metadata: [] }),
      code("d = 4", { metadata: { vscode: { languageId: 3 } }, execution_count: -1.5 }),
    ];
    deepEqual(await read(file(odd)), ["11:1 a = 1", "12:1 b = 2", "13:1 c = 3", "14:1 d = 4"]);
    for (const metadata of [null, 3, [], { kernelspec: 3, language_info: [] }, { language_info: { name: 3 } }])
      deepEqual(await read(file([code("a = 1")], { metadata })), ["1:1 a = 1"]);
  });

  it("is read with all its cells where several have one id", async () => {
    deepEqual(await read(file([code("a = 1", { id: "x" }), code("b = 2", { id: "x" }), code("c = 3", { id: 3 })])), [
      "1:1 a = 1",
      "2:1 b = 2",
      "3:1 c = 3",
    ]);
  });

  it("keeps its lines with any line ends, in the file and in its cells", async () => {
    const pretty = JSON.stringify(
      JSON.parse(file([code("a = 1\r\nb = 2"), code(["c = 3\r\n", "d = 4\r\n"])])),
      null,
      1,
    );
    const expected = ["1:1 a = 1", "1:2 b = 2", "2:1 c = 3", "2:2 d = 4"];
    deepEqual(await read(pretty.replaceAll("\n", "\r\n")), expected);
    deepEqual(await read(`\uFEFF${pretty}`), expected);
  });

  it("keeps what stands around lone surrogates and control characters", async () => {
    const text = file([code("a = 'XX'"), code("b = 2")]).replace("XX", "\\ud83d\\u0000\\udc00");
    const said = await read(text);
    ok(typeof said !== "string");
    equal(said.length, 2);
    equal(said[1], "2:1 b = 2");
  });

  it("is read without its outputs where these are tens of megabytes", async () => {
    const picture = {
      output_type: "display_data",
      data: { "image/png": "iVBORw0KGgo".repeat(2_800_000) },
      metadata: {},
    };
    const text = file([code("a = 1", { outputs: [picture] }), code("b = 2")]);
    ok(text.length > 30_000_000);
    deepEqual(await read(text), ["1:1 a = 1", "2:1 b = 2"]);
    match(String(await read(text.slice(0, -20))), /^its JSON is broken: /);
  }).timeout(20_000);
});

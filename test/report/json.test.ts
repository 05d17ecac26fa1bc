import assert from "node:assert/strict";
import { jsonReport } from "../../src/report/json.js";

describe("jsonReport", () => {
  it("is one line of JSON, whole even without findings", () => {
    const skipped = [{ path: "a.py", reason: "binary", detail: "a NUL byte at offset 3" }] as const;
    assert.equal(
      jsonReport({ findings: [], checked: 2, skipped }),
      '{"version":1,"findings":[],"files":{"checked":2,"skipped":[{"path":"a.py","reason":"binary","detail":"a NUL byte at offset 3"}]}}\n',
    );
  });
});

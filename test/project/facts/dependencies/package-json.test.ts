import assert from "node:assert/strict";
import { askedIn, versionsIn } from "./asked-in.js";

describe("a package.json", () => {
  const lines = [
    "{",
    '  "dependencies": {',
    '    "@tensorflow/tfjs": "^4.1.0",',
    '    "zod": "3.23.8",',
    '    "fork": "github:x/y#0123abc",',
    '    "ours": "workspace:*"',
    "  },",
    '  "devDependencies": { "vitest": "*" },',
    '  "engines": { "node": ">=18" }',
    "}",
  ];

  it("asks in its tables", () => {
    assert.deepEqual(askedIn("package.json", ...lines), [
      "3 @tensorflow/tfjs ^4.1.0",
      "4 zod 3.23.8 pinned",
      "5 fork github:x/y#0123abc pinned",
      "6 ours workspace:* pinned",
      "8 vitest dev",
    ]);
  });

  it("says which Node", () => assert.deepEqual(versionsIn("package.json", ...lines), ["9 node >=18"]));
});

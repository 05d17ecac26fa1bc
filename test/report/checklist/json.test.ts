import { deepEqual, equal, ok } from "node:assert/strict";
import { checklistContract } from "../../../src/checklist/contract.js";
import { checklistJson } from "../../../src/report/checklist/json.js";
import { makeReport } from "./make-report.js";

describe("checklistJson", () => {
  it("is the contract in one line", async () => {
    const report = await makeReport({ changes: undefined });
    const text = checklistJson(report);
    deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(checklistContract(report.result))));
    equal(text.indexOf("\n"), text.length - 1);
  });

  it("has what changed where runs were compared", async () => {
    const { changes } = JSON.parse(checklistJson(await makeReport())) as { changes: Record<string, unknown> };
    equal(changes["since"], "main");
    deepEqual(changes["worse"], [
      { id: "DATA-02", before: { verdict: "pass", level: "L4" }, after: { verdict: "fail", level: "L0" } },
    ]);
    deepEqual(changes["removed"], ["OLD-01"]);
    ok(Array.isArray(changes["better"]) && Array.isArray(changes["moved"]) && Array.isArray(changes["added"]));
  });
});

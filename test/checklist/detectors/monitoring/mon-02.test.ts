import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const typed = (field: string): string =>
  `from pydantic import BaseModel, Field\nfrom prometheus_client import Counter\nINVALID = Counter("invalid_inputs_total", "Refused")\n\nclass Loan(BaseModel):\n    amount: float${field}\n`;

describe("MON-02", () => {
  it("passes with ranges and a counter of what is refused", async () => {
    const app = service({ head: typed(" = Field(ge=0, le=100)"), body: "INVALID.inc()", param: "body: Loan" });
    equal(await verdictIn({ "app.py": app }, "MON-02"), "pass");
  });
  it("is partial without ranges, and without a counter", async () => {
    const open = service({ head: typed(""), body: "INVALID.inc()", param: "body: Loan" });
    equal(await verdictIn({ "app.py": open }, "MON-02"), "partial");
    const silent = service({ head: typed(" = Field(ge=0)"), param: "body: Loan" });
    equal(await verdictIn({ "app.py": silent }, "MON-02"), "partial");
  });
  it("fails where the model predicts on what came", async () => {
    equal(await verdictIn({ "app.py": service() }, "MON-02"), "fail");
    equal(await verdictIn({ "app.py": service({ head: typed(" = Field(ge=0)") }) }, "MON-02"), "fail");
  });
});

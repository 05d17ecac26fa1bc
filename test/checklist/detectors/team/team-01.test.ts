import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { model, service } from "../monitoring/service.js";

const parts = { "train/train.py": model, "api/app.py": service() };
const attestations = "version: 1\nattestations:\n  - {item: TEAM-01, verdict: pass, who: Ada, date: 2026-05-01}\n";

describe("TEAM-01", () => {
  it("passes where all parts have an owner and a person answered the questions", async () => {
    const owned = { ...parts, CODEOWNERS: "/train/ @acme/science\n/api/ @acme/service\n" };
    equal(await verdictIn(owned, "TEAM-01"), "partial");
    equal(await verdictIn(owned, "TEAM-01", { attestations }), "pass");
  });
  it("is partial with one person for everything, or a part without an owner", async () => {
    equal(await verdictIn({ ...parts, CODEOWNERS: "* @ada\n" }, "TEAM-01"), "partial");
    equal(await verdictIn({ ...parts, CODEOWNERS: "/train/ @acme/science\n" }, "TEAM-01"), "partial");
  });
  it("takes a part as owned where most of its files are", async () => {
    const files = { Dockerfile: "FROM x\n", "deploy/a.tf": "\n", "deploy/b.tf": "\n" };
    const owned = { ...parts, ...files, CODEOWNERS: "/train/ @acme/ml\n/api/ @acme/api\n/deploy/ @acme/ops\n" };
    equal(await verdictIn(owned, "TEAM-01", { attestations }), "pass");
    const less = { ...owned, "deploy/b.tf": undefined, "c.tf": "\n" };
    equal(await verdictIn(less, "TEAM-01", { attestations }), "attested");
  });
  it("fails with nothing, and with the owner that Airflow writes", async () => {
    equal(await verdictIn(parts, "TEAM-01"), "fail");
    equal(await verdictIn({ ...parts, "dags/a.py": 'default_args = {"owner": "airflow"}\n' }, "TEAM-01"), "fail");
  });
});

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
    const owners = "/train/ @acme/ml\n/api/ @acme/api\n/deploy/ @acme/ops\n";
    const owned = { ...parts, Dockerfile: "FROM x\n", "deploy/a.tf": "\n", CODEOWNERS: owners };
    equal(await verdictIn({ ...owned, "deploy/b.tf": "\n" }, "TEAM-01", { attestations }), "pass");
    equal(await verdictIn({ ...owned, "c.tf": "\n" }, "TEAM-01", { attestations }), "attested");
  });
  it("fails with nothing, and with the owner that Airflow writes", async () => {
    equal(await verdictIn(parts, "TEAM-01"), "fail");
    equal(await verdictIn({ ...parts, "dags/a.py": 'default_args = {"owner": "airflow"}\n' }, "TEAM-01"), "fail");
  });
});

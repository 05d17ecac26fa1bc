import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { alerts, service } from "./service.js";

const app = { "app.py": service() };
const rules = (more = ""): string => alerts("Slow", "predict_seconds > 1", more);
const runbook = "        annotations: {runbook_url: https://wiki.acme.com/slow}\n";
const receiver = (name: string): string =>
  `route: {receiver: ${name}}\nreceivers:\n  - name: ${name}\n    slack_configs:\n      - channel: alerts\n`;

describe("MON-10", () => {
  it("passes with a receiver and a runbook", async () => {
    const texts = { ...app, "alerts.yml": rules(runbook), "alertmanager.yml": receiver("team") };
    equal(await verdictIn(texts, "MON-10"), "pass");
  });
  it("is partial with rules alone, or one of the two", async () => {
    equal(await verdictIn({ ...app, "alerts.yml": rules() }, "MON-10"), "partial");
    equal(await verdictIn({ ...app, "alerts.yml": rules(runbook) }, "MON-10"), "partial");
  });
  it("does not count a receiver that tells nobody, nor one in an example", async () => {
    equal(await verdictIn({ ...app, "alertmanager.yml": receiver('"null"') }, "MON-10"), "fail");
    equal(await verdictIn({ ...app, "examples/alertmanager.yml": receiver("team") }, "MON-10"), "fail");
  });
});

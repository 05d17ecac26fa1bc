import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { alerts, service } from "./service.js";

const head = 'from prometheus_client import Histogram\nLATENCY = Histogram("predict_seconds", "Time")';
const measured = service({ head, tail: "LATENCY.observe(1)" });
const scrape =
  "rule_files: [/etc/prometheus/alerts.yml]\nscrape_configs:\n  - job_name: api\n    static_configs:\n      - targets: [api:8000]\n";
const rules = alerts("Slow", "predict_seconds > 1");

describe("MON-06", () => {
  it("passes with metrics in the predict path that are fetched and alerted on", async () => {
    const texts = { "app.py": measured, "prometheus.yml": scrape, "alerts.yml": rules };
    equal(await verdictIn(texts, "MON-06"), "pass");
  });
  it("is partial without an alert, and with what the model says alone", async () => {
    equal(await verdictIn({ "app.py": measured, "prometheus.yml": scrape }, "MON-06"), "partial");
    const business = service({
      head: 'from prometheus_client import Counter\nLATE = Counter("late_parcels", "Answers")',
      tail: "LATE.inc()",
    });
    equal(await verdictIn({ "app.py": business, "prometheus.yml": scrape, "alerts.yml": rules }, "MON-06"), "partial");
  });
  it("is partial where the project's own Prometheus does not load the rules", async () => {
    const texts = { "app.py": measured, "prometheus.yml": scrape };
    equal(await verdictIn({ ...texts, "old-alerts.yml": rules }, "MON-06"), "partial");
    const globbed = scrape.replace("/alerts.yml", "/*.yml");
    equal(await verdictIn({ ...texts, "prometheus.yml": globbed, "old-alerts.yml": rules }, "MON-06"), "pass");
  });
  it("does not count metrics that nobody observes on the way of a prediction", async () => {
    const idle = service({ head: `${head}\nfrom prometheus_client import start_http_server\nstart_http_server(9000)` });
    equal(await verdictIn({ "app.py": idle, "prometheus.yml": scrape, "alerts.yml": rules }, "MON-06"), "fail");
  });
  it("does not count alerts in comments or on another service", async () => {
    const compose = "services:\n  api:\n    image: api\n";
    const other = alerts("Slow", "'checkout_seconds{job=\"checkout\"} > 1'");
    const texts = { "app.py": measured, "compose.yaml": compose, "prometheus.yml": scrape };
    equal(await verdictIn({ ...texts, "alerts.yml": other }, "MON-06"), "partial");
    equal(await verdictIn({ ...texts, "alerts.yml": rules.replace(/^/gm, "# ") }, "MON-06"), "partial");
  });
});

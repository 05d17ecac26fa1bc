import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { alerts, service } from "./service.js";

const config = "{security: {exposure: public}}";
const nginx = "server {\n  limit_req zone=one burst=5;\n}\n";

describe("MON-11", () => {
  it("passes with a limit and an alert on abuse", async () => {
    const texts = {
      "app.py": service(),
      "nginx.conf": nginx,
      "alerts.yml": alerts("Refused", "rate_limited_total > 100"),
    };
    equal(await verdictIn(texts, "MON-11", { config }), "pass");
  });
  it("is partial with a limit alone", async () => {
    equal(await verdictIn({ "app.py": service(), "nginx.conf": nginx }, "MON-11", { config }), "partial");
  });
  it("does not count CORS, comments, or a limiter that is imported alone", async () => {
    const cors = service({ head: "from fastapi.middleware.cors import CORSMiddleware\nimport slowapi" });
    equal(
      await verdictIn({ "app.py": cors, "nginx.conf": nginx.replace("  limit", "  # limit") }, "MON-11", { config }),
      "fail",
    );
  });
});

import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const asks = { "requirements.txt": "pandas==2.2.0\n", "app.py": "import pandas\n" };
const bot = (ecosystem: string): string =>
  `version: 2\nupdates:\n  - package-ecosystem: ${ecosystem}\n    directory: /\n    schedule: {interval: weekly}\n`;
const job = (run: string): string =>
  `on: {schedule: [{cron: "0 1 * * *"}]}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;

describe("MON-01", () => {
  it("passes with a bot for each language and a check of upstream data", async () => {
    const texts = {
      ...asks,
      ".github/dependabot.yml": bot("pip"),
      ".github/workflows/a.yml": job("dbt source freshness"),
    };
    equal(await verdictIn(texts, "MON-01"), "pass");
  });
  it("is partial with a bot alone, or an audit alone", async () => {
    equal(await verdictIn({ ...asks, ".github/dependabot.yml": bot("pip") }, "MON-01"), "partial");
    equal(await verdictIn({ ...asks, ".github/workflows/a.yml": job("pip-audit") }, "MON-01"), "partial");
  });
  it("is partial where the bot watches actions alone, or leaves out JavaScript", async () => {
    const checked = { ...asks, ".github/workflows/a.yml": job("dbt source freshness") };
    equal(await verdictIn({ ...checked, ".github/dependabot.yml": bot("github-actions") }, "MON-01"), "partial");
    const web = {
      "service.py": service(),
      "package.json": '{"name": "web", "dependencies": {"express": "4.18.0"}}',
    };
    equal(await verdictIn({ ...checked, ...web, ".github/dependabot.yml": bot("pip") }, "MON-01"), "partial");
  });
  it("does not count an audit whose failure is swallowed, or that is only installed", async () => {
    equal(await verdictIn({ ...asks, ".github/workflows/a.yml": job("pip-audit || true") }, "MON-01"), "fail");
    equal(await verdictIn({ ...asks, ".github/workflows/a.yml": job("pip install pip-audit") }, "MON-01"), "fail");
  });
});

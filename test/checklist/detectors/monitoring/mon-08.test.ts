import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const job = `from scipy.stats import ks_2samp

def check(reference, live):
    distance = ks_2samp(reference, live).statistic
    if distance > 0.1:
        raise SystemExit("drift")

if __name__ == "__main__":
    check([], [])
`;
const nightly =
  'on: {schedule: [{cron: "0 1 * * *"}]}\njobs:\n  drift:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python drift.py\n';

const nightlyPath = ".github/workflows/drift.yml";

describe("MON-08", () => {
  it("passes with a scheduled comparison whose job fails", async () => {
    const texts = { "app.py": service(), "drift.py": job, ".github/workflows/drift.yml": nightly };
    equal(await verdictIn(texts, "MON-08"), "pass");
  });
  it("is partial without a schedule", async () => {
    equal(await verdictIn({ "app.py": service(), "drift.py": job }, "MON-08"), "partial");
  });
  it("fails with the word alone, an import alone, or a comparison in an example", async () => {
    const words = 'import evidently\n\ndef clock_drift():\n    """Looks for data drift."""\n    return "drift"\n';
    equal(await verdictIn({ "app.py": service(), "clock.py": words }, "MON-08"), "fail");
    equal(await verdictIn({ "app.py": service(), "examples/drift.py": job }, "MON-08"), "fail");
  });

  it("looks for the features that the team wants watched", async () => {
    const watched = (check: string, features: string) =>
      verdictIn(
        {
          "app.py": service(),
          "drift.py": job.replace("reference, live).stat", `${check}).stat`),
          [nightlyPath]: nightly,
        },
        "MON-08",
        { config: `{drift: {features: ${features}}}` },
      );
    equal(await watched('reference["age"], live["age"]', "[age]"), "pass");
    equal(await watched('reference["age"], live["age"]', "[age, fare]"), "partial");
    equal(await watched('reference["age"], live["age"]', "[all]"), "partial");
    const loop = job.replace("    distance =", "    for name in live.columns:\n      distance =");
    const texts = { "app.py": service(), "drift.py": loop, [nightlyPath]: nightly };
    equal(await verdictIn(texts, "MON-08", { config: "{drift: {features: [all]}}" }), "pass");
  });
});

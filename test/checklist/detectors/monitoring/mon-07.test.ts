import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const feedback = `${service()}
@app.post("/feedback")
def feedback(body: dict):
    store.insert(body)
`;
const quality = `import pandas as pd
from sklearn.metrics import f1_score

def main():
    served = pd.read_parquet("predictions.parquet")
    labels = pd.read_parquet("labels.parquet")
    both = served.merge(labels, on="request_id")
    if f1_score(both["label"], both["prediction"]) < 0.8:
        raise SystemExit("quality fell")

if __name__ == "__main__":
    main()
`;
const nightly =
  'on: {schedule: [{cron: "0 1 * * *"}]}\njobs:\n  q:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python quality.py\n';

describe("MON-07", () => {
  it("passes with a scheduled score of what was served, whose job fails", async () => {
    const texts = { "app.py": service(), "quality.py": quality, ".github/workflows/q.yml": nightly };
    equal(await verdictIn(texts, "MON-07"), "pass");
  });
  it("sees a join in SQL and a metric of the project's own, but no join among the shop's own tables", async () => {
    const own = (tables: string): string =>
      `import pandas as pd\n\nQUERY = "select p.score, e.gain from ${tables} using (request_id)"\n\ndef ndcg(rows):\n    return rows.mean()\n\ndef main():\n    if ndcg(pd.read_sql(QUERY.format(days=7), "warehouse")) < 0.5:\n        raise SystemExit("low")\n\nmain()\n`;
    const texts = { "app.py": service(), ".github/workflows/q.yml": nightly };
    const served = own("ranking.served p join shop.events e");
    equal(await verdictIn({ ...texts, "quality.py": served }, "MON-07"), "pass");
    const other = own("shop.orders p join shop.events e");
    equal(await verdictIn({ ...texts, "quality.py": other }, "MON-07"), "fail");
  });
  it("is partial with stored feedback alone", async () => {
    equal(await verdictIn({ "app.py": feedback }, "MON-07"), "partial");
  });
  it("does not count an evaluation on the old test set", async () => {
    const offline = quality
      .replace('served.merge(labels, on="request_id")', "labels")
      .replace("predictions.parquet", "test.parquet");
    const texts = { "app.py": service(), "quality.py": offline, ".github/workflows/q.yml": nightly };
    equal(await verdictIn(texts, "MON-07"), "fail");
  });
});

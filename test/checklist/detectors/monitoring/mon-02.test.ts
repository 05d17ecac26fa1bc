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
  it("takes a step that ends on bad inputs for told where its pipeline tells of failures", async () => {
    const schema = 'import pandera as pa\nROWS = pa.DataFrameSchema({"age": pa.Column(int, pa.Check.ge(0))})\n';
    const code = {
      "schema.py": schema,
      "train.py": `from sklearn.svm import SVC\nfrom schema import ROWS\n\ndef train(rows):\n    rows = ROWS.validate(rows)\n    return SVC().fit(rows, rows["late"])\n`,
      "score.py": `import joblib\nfrom schema import ROWS\n\ndef score(rows):\n    rows = ROWS.validate(rows)\n    joblib.load("model.joblib").predict(rows).to_csv("out.csv")\n`,
    };
    const dag = (told: string): Readonly<Record<string, string>> => ({
      "dags/daily.py": `from airflow.decorators import dag, task\nfrom score import score\nfrom tell import tell\n\n@dag(schedule="@daily", default_args={"retries": 1${told}})\ndef daily():\n    @task\n    def run():\n        score(read())\n\n    run()\n\ndaily()\n`,
      "dags/weekly.py": `from airflow.decorators import dag, task\nfrom train import train\n\n@dag(schedule="@weekly")\ndef weekly():\n    @task\n    def fit():\n        train(read())\n\n    fit()\n\nweekly()\n`,
    });
    const config = "{profile: {serving: true, online: false}}";
    const callback = ', "on_failure_callback": tell';
    equal(await verdictIn({ ...code, ...dag(callback) }, "MON-02", { config }), "pass");
    equal(await verdictIn({ ...code, ...dag("") }, "MON-02", { config }), "partial");
  });
  it("fails where the model predicts on what came", async () => {
    equal(await verdictIn({ "app.py": service() }, "MON-02"), "fail");
    equal(await verdictIn({ "app.py": service({ head: typed(" = Field(ge=0)") }) }, "MON-02"), "fail");
  });
});

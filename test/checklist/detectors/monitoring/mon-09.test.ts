import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const head = "import logging\nlogging.basicConfig()\nlog = logging.getLogger(__name__)";
const entry = 'log.info("prediction", extra={"request_id": 1, "features_hash": 2, "prediction": score';

describe("MON-09", () => {
  it("passes with all fields, a sink and a thought on privacy", async () => {
    equal(await verdictIn({ "app.py": service({ head, tail: `${entry}, "model_version": "7"})` }) }, "MON-09"), "pass");
  });
  it("is partial without the model's version", async () => {
    equal(await verdictIn({ "app.py": service({ head, tail: `${entry}})` }) }, "MON-09"), "partial");
  });
  it("does not count a print, an access log or a record that is not on the way of a prediction", async () => {
    equal(await verdictIn({ "app.py": service({ tail: "print(score)" }) }, "MON-09"), "fail");
    equal(await verdictIn({ "app.py": service({ head, body: 'log.info("request came")' }) }, "MON-09"), "fail");
    equal(
      await verdictIn({ "app.py": service({ head: `${head}\ndef other(score):\n    ${entry}})` }) }, "MON-09"),
      "fail",
    );
  });
  it("finds the record that an object of the project's own writes, also one that may be given", async () => {
    const record =
      'line = {"request_id": key, "at": now(), "features_hash": hash(rows), "scores": score, "model_version": version}';
    const own = `import json\n\nclass Log:\n    @classmethod\n    def from_file(cls):\n        return cls()\n\n    def write(self, key, rows, version, score):\n        ${record}\n        with open("log", "a") as file:\n            file.write(json.dumps(line) + "\\n")\n`;
    const head = "from own import Log\ngiven = None\nkept = given or Log.from_file()";
    const app = service({
      head,
      tail: 'kept.write("a", body, "7", score)',
    });
    equal(await verdictIn({ "own.py": own, "app.py": app }, "MON-09"), "pass");
  });
  it("knows a batch by the key of its rows, and the record by the function that makes it", async () => {
    const score = (frame: string): string =>
      `import json\nimport joblib\nimport pandas as pd\n\ndef score(rows):\n    model = joblib.load("model.joblib")\n    return pd.DataFrame(${frame})\n\ndef run(engine):\n    made = score(pd.read_sql("select * from shop.orders", engine))\n    append("scores", made.assign(scored_at=now()), engine)\n\ndef append(table, frame, engine):\n    frame.to_sql(table, engine)\n\nif __name__ == "__main__":\n    run(None)\n`;
    const Dockerfile = "FROM x:1\nCMD python score.py\n";
    const config = "{profile: {serving: true, online: false}}";
    const all =
      '{"order_id": rows["order_id"], "features_hash": rows["hash"], "score": model.predict(rows), "model_version": "7"}';
    equal(await verdictIn({ Dockerfile, "score.py": score(all) }, "MON-09", { config }), "pass");
    equal(
      await verdictIn({ Dockerfile, "score.py": score('{"score": model.predict(rows)}') }, "MON-09", { config }),
      "partial",
    );
  });
  it("goes by the fields that the team asks for", async () => {
    const texts = { "app.py": service({ head, tail: `${entry}, "model_version": "7"})` }) };
    equal(await verdictIn(texts, "MON-09", { config: "{predictionLog: {fields: [tenant]}}" }), "partial");
  });
});

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
  it("goes by the fields that the team asks for", async () => {
    const texts = { "app.py": service({ head, tail: `${entry}, "model_version": "7"})` }) };
    equal(await verdictIn(texts, "MON-09", { config: "{predictionLog: {fields: [tenant]}}" }), "partial");
  });
});

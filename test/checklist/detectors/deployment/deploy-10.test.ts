import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { training } from "../ci-text.js";

const load = (body: string): Readonly<Record<string, string>> => ({
  "train.py": training,
  "load.py": `import hashlib\nimport joblib\nimport requests\nimport torch\n\ndef load(path):\n${body.replace(/^/gm, "    ")}\n\nload("m")\n`,
});
const check =
  'if hashlib.sha256(open(path, "rb").read()).hexdigest() != KNOWN:\n    raise ValueError("another file")\n';
const weights = "return torch.load(path, weights_only=True)";

describe("DEPLOY-10", () => {
  it("passes with a safe format and a hash that is compared", async () => {
    equal(await verdictIn(load(check + weights), "DEPLOY-10"), "pass");
  });

  it("is partial with one of the two", async () => {
    equal(await verdictIn(load(weights), "DEPLOY-10"), "partial");
    equal(await verdictIn(load("return joblib.load(path)"), "DEPLOY-10"), "partial");
  });

  it("fails for a pickle from elsewhere, and for code that comes with a model", async () => {
    const fetched = 'data = requests.get("https://acme.test/m.joblib")\nreturn joblib.load(data)';
    match((await resultIn(load(fetched), "DEPLOY-10")).reason, /unpickles a file from elsewhere/);
    const remote =
      'from transformers import AutoModel\nreturn AutoModel.from_pretrained("acme/words", trust_remote_code=True)';
    equal(await verdictIn(load(remote), "DEPLOY-10"), "fail");
  });

  it("does not count a hash that nobody compares, nor one in a comment or a test", async () => {
    const printed = "print(hashlib.sha256(path.encode()).hexdigest())\n";
    equal(await verdictIn(load(printed + weights), "DEPLOY-10"), "partial");
    equal(await verdictIn(load(check.replace(/^(?=.)/gm, "# ") + weights), "DEPLOY-10"), "partial");
    const test = `import hashlib\nimport torch\n\ndef test_load(path):\n${(check + weights).replace(/^/gm, "    ")}\n`;
    equal(await verdictIn({ ...load(weights), "tests/test_load.py": test }, "DEPLOY-10"), "partial");
  });

  it("asks where nothing loads a model: neither an import nor a string does", async () => {
    equal(await verdictIn(load('return "torch.load(path, weights_only=True)"'), "DEPLOY-10"), "human");
  });

  it("leaves out the files in which the team allows pickles", async () => {
    const texts = load("return joblib.load(requests.get(path))");
    equal(await verdictIn(texts, "DEPLOY-10"), "fail");
    equal(await verdictIn(texts, "DEPLOY-10", { config: "{security: {allowPickle: [load.py]}}" }), "human");
  });
});

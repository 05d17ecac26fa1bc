import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const compose = "services:\n  app: {build: ., ports: ['80:80']}\n";

const service = (choice: string): Readonly<Record<string, string>> => ({
  "compose.yaml": compose,
  "serve.py": `import hashlib
import random
import joblib
from fastapi import FastAPI

app = FastAPI()
models = {name: joblib.load(name) for name in ("champion", "challenger")}

def pick(user: str):
${choice}

@app.post("/predict")
def predict(row: dict):
    return pick(row["user"]).predict([row])
`,
});

describe("DEPLOY-07, a share that code gives away", () => {
  it("is partial where a hash decides which model answers", async () => {
    const hashed = `    share = int(hashlib.sha256(user.encode()).hexdigest(), 16) % 100
    return models["challenger" if share < 5 else "champion"]`;
    equal(await verdictIn(service(hashed), "DEPLOY-07"), "partial");
    const drawn = `    if random.random() < 0.05:
        return models["challenger"]
    return models["champion"]`;
    equal(await verdictIn(service(drawn), "DEPLOY-07"), "partial");
  });

  it("takes a hash for a key, and a draw that no model hangs on, for no split", async () => {
    const key = `    key = hashlib.sha256(user.encode()).hexdigest()
    return models["challenger" if key in models else "champion"]`;
    equal(await verdictIn(service(key), "DEPLOY-07"), "fail");
    const log = `    if random.random() < 0.05:
        print("sampled")
    return models["champion"]`;
    equal(await verdictIn(service(log), "DEPLOY-07"), "fail");
  });

  it("takes a function that no route leads to for no split", async () => {
    const unused = {
      "compose.yaml": compose,
      "serve.py":
        'import joblib\nfrom fastapi import FastAPI\n\napp = FastAPI()\nmodel = joblib.load("m")\n\n@app.post("/predict")\ndef predict(row: dict):\n    return model.predict([row])\n',
      "pick.py":
        'import random\n\ndef pick():\n    return "challenger" if random.random() < 0.1 else "champion"\n\npick()\n',
    };
    equal(await verdictIn(unused, "DEPLOY-07"), "fail");
  });
});

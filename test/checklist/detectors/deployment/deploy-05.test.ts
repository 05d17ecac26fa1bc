import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const app = {
  "app.py":
    "from fastapi import FastAPI\napp = FastAPI()\n@app.post('/predict')\ndef predict(rows: list[float]):\n    return model.predict([rows])\n",
};
const drone = (name: string, ...commands: readonly string[]): string =>
  `kind: pipeline\nname: ${name}\ntrigger: {event: [promote], target: [${name}]}\nsteps:\n  - name: deploy\n    image: docker:27\n    commands:\n${commands
    .map((command) => `      - ${command}\n`)
    .join("")}`;
const up = "docker compose up --detach --no-build";
const compose = (tag: string): Readonly<Record<string, string>> => ({
  "compose.yaml": `services:\n  api:\n    image: shop/api:${tag}\n`,
});
const both = (...production: readonly string[]): Readonly<Record<string, string>> => ({
  ".drone.yml": [drone("staging", up), drone("production", ...production)].join("---\n"),
});

describe("DEPLOY-05: staging is as production", () => {
  it("passes where both jobs start the image that a variable names", async () => {
    equal(await verdictIn({ ...app, ...compose("${TAG:-dev}"), ...both(up) }, "DEPLOY-05"), "pass");
  });

  it("is partial where production builds anew, or runs whatever is called so now", async () => {
    const rebuilt = both("docker build -t shop/api:$TAG .", up);
    equal(
      await verdictIn({ ...app, ...compose("${TAG:-dev}"), Dockerfile: "FROM x:1\n", ...rebuilt }, "DEPLOY-05"),
      "partial",
    );
    equal(await verdictIn({ ...app, ...compose("stable"), ...both(up) }, "DEPLOY-05"), "partial");
  });

  it("knows an environment by the values that Helm is given", async () => {
    const workflow = (values: string): Readonly<Record<string, string>> => ({
      "deploy/values-staging.yaml": "replicas: 1\n",
      ".github/workflows/cd.yml": `on: push\njobs:\n  roll:\n    runs-on: x\n    steps:\n      - run: helm upgrade api shop/api -f ${values}\n`,
    });
    equal(await verdictIn({ ...app, ...workflow("deploy/values-staging.yaml") }, "DEPLOY-05"), "partial");
    equal(await verdictIn({ ...app, ...workflow("values.yaml") }, "DEPLOY-05"), "fail");
  });

  it("does not take a job that only bears the name", async () => {
    const texts = { ...app, ".drone.yml": drone("staging", "pytest") };
    equal(await verdictIn(texts, "DEPLOY-05"), "fail");
  });
});

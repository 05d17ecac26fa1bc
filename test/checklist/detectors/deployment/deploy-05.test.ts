import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { service } from "../monitoring/service.js";

const app = { "app.py": service() };
const workflow = (jobs: string): Readonly<Record<string, string>> => ({
  ".github/workflows/release.yml": `on: push\njobs:\n${jobs}`,
});
const job = (name: string, environment: string, run: string, needs = ""): string =>
  `  ${name}:\n    runs-on: ubuntu-latest\n${needs}${environment}    steps:\n      - run: ${run}\n`;
const deploy = "kubectl set image deployment/app app=acme/app@$DIGEST";
const staging = job("try", "    environment: staging\n", deploy);
const after = job("release", "    environment: production\n", deploy, "    needs: try\n");

describe("DEPLOY-05", () => {
  it("passes where production gets by its digest what staging has tried", async () => {
    equal(await verdictIn({ ...app, ...workflow(staging + after) }, "DEPLOY-05"), "pass");
  });

  it("is partial where production does not wait, or builds its own", async () => {
    equal(
      await verdictIn({ ...app, ...workflow(staging + after.replace("    needs: try\n", "")) }, "DEPLOY-05"),
      "partial",
    );
    const rebuilt = after.replace("steps:\n", "steps:\n      - run: docker build -t acme/app .\n");
    const image = { Dockerfile: "FROM python:3.12\nRUN pip install fastapi==0.111.0\n" };
    equal(await verdictIn({ ...app, ...image, ...workflow(staging + rebuilt) }, "DEPLOY-05"), "partial");
    const byAction = after.replace("steps:\n", "steps:\n      - uses: docker/build-push-action@v6\n");
    equal(await verdictIn({ ...app, ...workflow(staging + byAction) }, "DEPLOY-05"), "partial");
  });

  it("is partial where production moves with `latest`", async () => {
    const overlay = (tag: string): string =>
      `resources: [../../base]\nimages:\n  - name: acme/app\n    newTag: ${tag}\n`;
    const texts = {
      ...{ ...app, ...workflow(staging + after) },
      "deploy/overlays/staging/kustomization.yaml": overlay("1.2.0"),
      "deploy/overlays/production/kustomization.yaml": overlay("latest"),
    };
    match((await resultIn(texts, "DEPLOY-05")).reason, /Production runs `latest`/);
  });

  it("finds nothing where there is one environment, or the name of another alone", async () => {
    const nothing = await verdictIn(app, "DEPLOY-05");
    equal(await verdictIn({ ...app, ...workflow(after.replace("    needs: try\n", "")) }, "DEPLOY-05"), nothing);
    const named = workflow(
      job("staging", "    # environment: staging\n", "pytest tests/staging") + after.replace("try", "staging"),
    );
    equal(await verdictIn({ ...app, ...named }, "DEPLOY-05"), nothing);
    const docs = { "docs/overlays/staging/kustomization.yaml": "resources: [../../base]\n" };
    equal(await verdictIn({ ...app, ...docs, "README.md": "# Staging\n\nDeploy to staging.\n" }, "DEPLOY-05"), nothing);
  });

  it("goes by the names that the team gives its environments", async () => {
    const texts = { ...app, ...workflow((staging + after).replace("staging", "blue").replace("production", "green")) };
    equal(await verdictIn(texts, "DEPLOY-05"), await verdictIn(app, "DEPLOY-05"));
    equal(await verdictIn(texts, "DEPLOY-05", { config: "{envs: {names: [blue, green]}}" }), "pass");
  });
});

import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { service } from "../monitoring/service.js";

const limited = "          resources:\n            limits:\n              memory: 1Gi\n";
const probed = "          readinessProbe:\n            httpGet: {path: /ready, port: 8000}\n";
const deployed = (more: string): Readonly<Record<string, string>> => ({
  "deploy/app.yaml": `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: acme/app:1.2.0\n${more}`,
});
const head = 'from prometheus_client import Counter\nFALLBACK = Counter("fallback_total", "Answers without the model")';
const careful = service({ head }).replace(
  "    score = model.predict([body])\n",
  '    try:\n        score = model.predict([body])\n    except ValueError:\n        FALLBACK.inc()\n        return {"score": 0.5}\n',
);
const smoke = (run: string): Readonly<Record<string, string>> => ({
  ".github/workflows/release.yml": `on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - run: kubectl apply -f deploy\n      - run: ${run}\n`,
});
const tries = smoke("curl --fail https://api.acme.test/health");
const online = { config: "{profile: {serving: true}}" };

describe("DEPLOY-11", () => {
  it("passes with probes, limits, a request after each deployment and a fallback", async () => {
    equal(await verdictIn({ "app.py": careful, ...deployed(probed + limited), ...tries }, "DEPLOY-11", online), "pass");
  });

  it("is partial with two or three of the four, and names the others", async () => {
    const two = { "app.py": service(), ...deployed(probed + limited) };
    equal(await verdictIn(two, "DEPLOY-11", online), "partial");
    const three = await resultIn({ ...two, ...tries }, "DEPLOY-11", online);
    equal(three.verdict, "partial");
    match(three.reason, /no sign of an answer for when the model fails/);
  });

  it("fails with one, and with none", async () => {
    equal(await verdictIn({ "app.py": service(), ...deployed(probed) }, "DEPLOY-11", online), "fail");
    equal(await verdictIn({ "app.py": service(), ...deployed("") }, "DEPLOY-11", online), "fail");
  });

  it("does not count probes in comments, an `except` that only gives up, or a request that is echoed", async () => {
    const commented = deployed(limited + probed.replace(/^/gm, "# "));
    equal(await verdictIn({ "app.py": service(), ...commented }, "DEPLOY-11", online), "fail");
    const gives = careful.replace('        FALLBACK.inc()\n        return {"score": 0.5}\n', "        raise\n");
    const echoed = smoke('echo "curl --fail https://api.acme.test/health"');
    const texts = { "app.py": gives, ...deployed(limited), ...echoed };
    equal(await verdictIn(texts, "DEPLOY-11", online), "fail");
  });

  it("looks at the manifests that the team names", async () => {
    const texts = { "app.py": service(), ...deployed(probed + limited) };
    const config = "{profile: {serving: true}, serving: {manifests: [k8s/**]}}";
    equal(await verdictIn(texts, "DEPLOY-11", { config }), "fail");
  });
});

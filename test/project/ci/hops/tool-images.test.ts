import { deepEqual } from "node:assert/strict";
import { ciOf, githubStep, shown } from "../ci-of.js";

describe("what docker does itself", () => {
  const cases: readonly (readonly [command: string, ...runs: readonly string[]])[] = [
    ["docker build -t a:1 .", "docker build -t a:1 .", "pip install -r r.txt"],
    ["docker compose up --detach --no-build", "docker compose up --detach --no-build"],
    ["docker compose run api pytest", "pytest"],
  ];
  for (const [command, ...runs] of cases) {
    it(`${command} is run beside what it leads to`, async () => {
      const ci = await ciOf({ ...githubStep(command), Dockerfile: "FROM x\nRUN pip install -r r.txt\n" });
      deepEqual(ci.runs.map(shown), runs);
    });
  }
});

describe("images of tools", () => {
  const cases: readonly (readonly [command: string, runs: string])[] = [
    ["docker run --rm -v /s:/s tufin/oasdiff:v1 breaking a.json", "oasdiff breaking a.json"],
    ["docker run --rm ghcr.io/gitleaks/gitleaks:v8 detect", "gitleaks detect"],
    ["docker run -i hadolint/hadolint < Dockerfile", "hadolint"],
    ["docker run --entrypoint sh aquasec/trivy@sha256:1 -c 'ls'", "ls"],
    ["docker run acme/oasdiff pytest", "pytest"],
    ["docker exec hadolint/hadolint pytest", "pytest"],
  ];
  for (const [command, runs] of cases) {
    it(`${command} runs ${runs}`, async () => {
      deepEqual((await ciOf(githubStep(command))).runs.map(shown), [runs]);
    });
  }
});

import { checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: npm and the like", () => {
  const scripts = (all: Readonly<Record<string, string>>, more: object = {}): string =>
    JSON.stringify({ name: "app", scripts: all, ...more }, undefined, 2);
  checkCases([
    follows("npm test", "npm test", { "package.json": scripts({ test: "vitest run" }) }, ["vitest run"]),
    follows(
      "npm run with what comes before",
      "npm run check",
      { "package.json": scripts({ precheck: "tsc", check: "npm run unit", unit: "jest" }) },
      ["jest"],
    ),
    follows("`npm ci` runs no script", "npm ci", { "package.json": scripts({ ci: "jest" }) }, []),
    follows("yarn", "yarn test", { "package.json": scripts({ test: "mocha" }) }, ["mocha"]),
    follows("a program by yarn", "yarn jest --ci", { "package.json": scripts({}) }, ["jest --ci"]),
    follows("pnpm in a folder", "pnpm -C web test", { "web/package.json": scripts({ test: "vitest" }) }, ["vitest"]),
    follows("a script that drops failures", "npm test", { "package.json": scripts({ test: "jest || true" }) }, [
      "jest !or-ignored",
    ]),
    follows("a script that calls itself ends", "npm test", { "package.json": scripts({ test: "npm test" }) }, []),
    follows(
      "workspaces",
      "npm test --workspaces",
      {
        "package.json": scripts({}, { workspaces: ["packages/*"] }),
        "packages/a/package.json": scripts({ test: "jest a" }),
        "packages/b/package.json": scripts({ test: "jest b" }),
      },
      ["jest a", "jest b"],
    ),
    follows(
      "one workspace",
      "npm test -w packages/b",
      {
        "package.json": scripts({}, { workspaces: ["packages/*"] }),
        "packages/a/package.json": scripts({ test: "jest a" }),
        "packages/b/package.json": scripts({ test: "jest b" }),
      },
      ["jest b"],
    ),
    follows(
      "pnpm everywhere",
      "pnpm -r test",
      {
        "package.json": scripts({}),
        "pnpm-workspace.yaml": "packages: ['libs/*']\n",
        "libs/a/package.json": scripts({ test: "vitest run" }),
      },
      ["vitest run"],
    ),
    follows(
      "several by a pattern",
      "npm run all",
      { "package.json": scripts({ all: "run-s test:*", "test:a": "jest a", "test:b": "jest b" }) },
      ["jest a", "jest b"],
    ),
    follows("no such script", "npm test", { "package.json": scripts({}) }, [], /no package.json has a script `test`/),
  ]);
});

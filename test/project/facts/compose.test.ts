import { strict as assert } from "node:assert";
import { readCompose } from "../../../src/project/facts/compose.js";
import { lines, sourceOf } from "./source-of.js";

describe("facts of compose files", () => {
  it("reads what a service is made from and runs", async () => {
    const { facts } = await readCompose(
      sourceOf({
        "deploy/docker-compose.prod.yml": lines(
          "x-common: &common",
          "  restart: always",
          "services:",
          "  api:",
          "    <<: *common",
          "    build:",
          "      context: ..",
          "      dockerfile: docker/api.Dockerfile",
          "    entrypoint: [python, -m]",
          "    command: [serve, '--name', 'a b']",
          "    healthcheck:",
          "      test: [CMD, curl, localhost]",
          "    environment:",
          "      WORKERS: 4",
          "      DEBUG: false",
          "  cache:",
          "    image: redis:7",
        ),
      }),
    );
    const [api, cache] = facts;
    assert.deepEqual(
      [api?.name, api?.builds, api?.command, api?.hasHealthcheck],
      ["api", "docker/api.Dockerfile", "python -m serve --name 'a b'", true],
    );
    assert.equal(api?.entries.find(({ key }) => key === "restart")?.value, "always");
    assert.deepEqual(
      api.entries.filter(({ key }) => key.startsWith("environment.")),
      [
        { key: "environment.WORKERS", value: 4, line: 14 },
        { key: "environment.DEBUG", value: false, line: 15 },
      ],
    );
    assert.deepEqual([cache?.image, cache?.builds, cache?.command, cache?.line], ["redis:7", undefined, undefined, 17]);
  });

  it("sees no health check where it is switched off", async () => {
    const { facts } = await readCompose(
      sourceOf({
        "compose.yaml": lines(
          "services:",
          "  a: {image: a, healthcheck: {disable: true, test: x}}",
          "  b: {image: b, healthcheck: {test: [NONE]}}",
          "  # c: {image: c}",
        ),
      }),
    );
    assert.deepEqual(
      facts.map(({ name, hasHealthcheck }) => [name, hasHealthcheck]),
      [
        ["a", false],
        ["b", false],
      ],
    );
  });

  it("builds from a folder's own Dockerfile", async () => {
    const { facts } = await readCompose(sourceOf({ "docker-compose.yml": "services: {a: {build: ./api}}" }));
    assert.equal(facts[0]?.builds, "api/Dockerfile");
  });

  it("tells of a file that is no YAML, and goes on with the others", async () => {
    const { facts, unreadable } = await readCompose(
      sourceOf({
        "a/compose.yml": "services: [",
        "b/compose.yml": "services: {web: {image: x}}",
        "c/my-compose.md": "",
      }),
    );
    assert.deepEqual([facts.map(({ name }) => name), unreadable.map(({ path }) => path)], [["web"], ["a/compose.yml"]]);
  });
});

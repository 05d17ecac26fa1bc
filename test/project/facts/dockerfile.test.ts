import { strict as assert } from "node:assert";
import { readDockerfiles } from "../../../src/project/facts/dockerfile.js";
import type { DockerStage } from "../../../src/project/facts/file-facts.js";
import { lines, sourceOf } from "./source-of.js";

describe("facts of Dockerfiles", () => {
  it("fills in the defaults of build arguments", async () => {
    const [stage] = await stagesOf(lines("ARG PYTHON=3.11", "FROM registry.local:5000/python:${PYTHON}-slim AS base"));
    assert.equal(stage?.image, "registry.local:5000/python:3.11-slim");
    assert.equal(stage.tag, "3.11-slim");
    assert.equal(stage.name, "base");
  });

  it("takes the default that stands in the expansion itself", async () => {
    const [stage] = await stagesOf("FROM python:${PYTHON:-3.12}\n");
    assert.equal(stage?.tag, "3.12");
  });

  it("keeps a tag that only the build knows, and sees no tag in a registry's port", async () => {
    const [one, two] = await stagesOf(lines("ARG V", "FROM python:$V", "FROM host:5000/python"));
    assert.equal(one?.tag, "$V");
    assert.equal(two?.tag, undefined);
  });

  it("reads a digest", async () => {
    const [stage] = await stagesOf("FROM --platform=linux/amd64 python:3.11@sha256:abc\n");
    assert.deepEqual([stage?.image, stage?.tag, stage?.digest], ["python:3.11@sha256:abc", "3.11", "sha256:abc"]);
  });

  it("knows a stage that begins with another, with its user and its health check", async () => {
    const [, last] = await stagesOf(
      lines("FROM python:3.11 AS Base", "USER app", "HEALTHCHECK --interval=5s CMD curl -f localhost", "FROM base"),
    );
    assert.deepEqual([last?.isStage, last?.user, last?.hasHealthcheck], [true, "app", true]);
  });

  it("lets the last word count: a user from an argument, a health check that is taken away", async () => {
    const [stage] = await stagesOf(
      lines(
        "ARG NAME=worker",
        "FROM python:3.11",
        "USER root",
        "ARG NAME",
        "USER $NAME",
        "HEALTHCHECK CMD x",
        "HEALTHCHECK NONE",
      ),
    );
    assert.deepEqual([stage?.user, stage?.hasHealthcheck], ["worker", false]);
  });

  it("gives each instruction with its flags as one line, without comments", async () => {
    const [stage] = await stagesOf(
      lines(
        "FROM python:3.11",
        "# RUN nothing",
        "run --mount=type=cache,target=/c pip install \\",
        "    # the model",
        "    torch",
        'CMD ["python", "-m", "serve"]',
      ),
    );
    assert.deepEqual(stage?.instructions, [
      { name: "RUN", text: "--mount=type=cache,target=/c pip install      torch", line: 3 },
      { name: "CMD", text: '["python", "-m", "serve"]', line: 6 },
    ]);
  });

  it("keeps the lines of a here document", async () => {
    const [stage] = await stagesOf(lines("FROM python:3.11", "RUN <<EOF", "python a.py", "EOF", "USER me"));
    assert.equal(stage?.instructions[0]?.text, "<<EOF\npython a.py\nEOF");
    assert.equal(stage.user, "me");
  });

  it("finds files by their names, but no templates and no ignore files", async () => {
    const text = "FROM python\n";
    const { facts } = await readDockerfiles(
      sourceOf({
        Dockerfile: text,
        "docker/train.Dockerfile": text,
        "docker/Dockerfile.gpu": text,
        Containerfile: text,
        "Dockerfile.dockerignore": text,
        "Dockerfile.j2": text,
        "docs/dockerfile.md": text,
        "{{cookiecutter.name}}/Dockerfile": text,
        "src/dockerfile.py": text,
      }),
    );
    assert.deepEqual(
      facts.map(({ path }) => path),
      ["Containerfile", "Dockerfile", "docker/Dockerfile.gpu", "docker/train.Dockerfile"],
    );
  });

  it("tells what it cannot read", async () => {
    const { facts, unreadable } = await readDockerfiles(sourceOf({ Dockerfile: undefined, "a/Dockerfile": "FROM x" }));
    assert.deepEqual([facts.length, unreadable.map(({ path }) => path)], [1, ["Dockerfile"]]);
  });

  for (const text of ["", "FROM\n", "RUN x\n", "FROM ${\nUSER ${A", "\u0000\uffff FROM", "FROM a\nRUN <<EOF\n"]) {
    it(`survives ${JSON.stringify(text)}`, async () => {
      const { unreadable } = await readDockerfiles(sourceOf({ Dockerfile: text }));
      assert.deepEqual(unreadable, []);
    });
  }
});

async function stagesOf(text: string): Promise<readonly DockerStage[]> {
  const { facts } = await readDockerfiles(sourceOf({ Dockerfile: text }));
  return facts[0]?.stages ?? [];
}

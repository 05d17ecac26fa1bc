import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";
import type { Schema } from "../../src/guide/entry-schema.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { mergeGuide } from "../../src/guide/merge.js";
import { guideSchemas } from "../../src/guide/schemas.js";

const read = (path: string): unknown => parse(readFileSync(path, "utf8"));
const content = guideSchemas["guide-content.schema.json"]?.definitions ?? {};
const team: Schema = guideSchemas["guide.schema.json"] ?? {};

/** What a schema has against some data. */
function complaints(schema: object, data: unknown): string[] {
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(schema, data);
  return (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ""}`);
}

describe("the schema of the guide's content", () => {
  const guide = builtInGuide();
  const topicFiles = guide.stages.map(({ id }) => ["topics", `topics/${id}`] as const);
  const itemStages = new Set(guide.items.map(({ stage }) => stage));
  const itemFiles = [...itemStages].map((stage) => ["items", `items/${stage}`] as const);
  const snippetFiles = readdirSync("src/guide/snippets").map(
    (file) => ["snippet bodies", `snippets/${file.replace(/\.yaml$/, "")}`] as const,
  );
  const folders = new Set(["topics", "items", "snippet bodies"]);
  const files = Object.keys(content).filter((name) => !folders.has(name));
  const single = files.map((name) => [name, name] as const);

  for (const [name, file] of [...single, ...topicFiles, ...itemFiles, ...snippetFiles]) {
    it(`fits src/guide/${file}.yaml`, () => {
      deepEqual(complaints(content[name] ?? {}, read(`src/guide/${file}.yaml`)), []);
    });
  }

  it("refuses what the guide refuses", () => {
    const [stage] = builtInGuide().stages;
    const good = { id: "a-b", title: "A", summary: "B.", audience: "everyone" };
    const schema = content["stages"] ?? {};
    ok(stage !== undefined);
    equal(complaints(schema, [good]).length, 0);
    for (const bad of [{ ...good, id: "A b" }, { ...good, titel: "A" }, { ...good, title: 7 }, { id: "a" }, "a"]) {
      ok(complaints(schema, [bad]).length > 0, JSON.stringify(bad));
    }
    const step = { kind: "go", why: "B." };
    const path = { id: "a", title: "A", summary: "B.", steps: [step] };
    deepEqual(complaints(content["paths"] ?? {}, [path]), [
      "[0].steps[0].kind should be equal to one of the allowed values",
    ]);
  });
});

describe("the schema of a team's guide", () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/guide-file.md", "utf8"))?.[1] ?? "";

  it("fits the documented example, which the merge takes without a fault", () => {
    const data: unknown = parse(example);
    deepEqual(complaints(team, data), []);
    const { guide, faults } = mergeGuide(builtInGuide(), data);
    deepEqual(faults, []);
    equal(guide.stages.length, 12);
    ok(guide.stages.some(({ id, topics }) => id === "compliance" && topics[0]?.id === "records"));
    ok(guide.tools.some(({ id, detect }) => id === "acme-train" && detect.ci.includes("acme-train submit")));
    const path = guide.paths.find(({ id }) => id === "ml-engineer");
    equal(path?.steps.at(-1)?.of, "acme-registry");
  });

  it("describes every key, for completion in editors", () => {
    for (const [name, section] of Object.entries(team.properties ?? {})) {
      ok(section.description, name);
      for (const [key, field] of Object.entries(section.items?.properties ?? {})) ok(field.description, key);
    }
  });

  it("refuses keys that there are not", () => {
    deepEqual(complaints(team, { stage: [] }), [" should NOT have additional properties"]);
    ok(complaints(team, { stages: [{ id: "data", hide: "yes" }] }).length > 0);
  });
});

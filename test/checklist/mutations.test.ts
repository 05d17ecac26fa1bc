import { equal, notEqual, ok, rejects } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { builtInGuide } from "../../src/guide/guide.js";
import { expectedOf, openDifferences, runOn, type Texts, textsOf, verdictsOf } from "./fixtures.js";

interface Edit {
  readonly path: string;
  readonly replace?: string;
  readonly by?: string;
  readonly write?: string;
  readonly append?: string;
  readonly remove?: true;
}

interface Mutation {
  readonly project: string;
  readonly removed: { readonly edits: readonly Edit[]; readonly verdict: string };
  readonly lookAlike: { readonly edits: readonly Edit[]; readonly why: string };
}

const folder = "test/fixtures/checklist/mutations";
const mutations = new Map(
  readdirSync(folder).flatMap((name) =>
    Object.entries(parse(readFileSync(`${folder}/${name}`, "utf8")) as Record<string, Mutation>),
  ),
);
const order = ["fail", "human", "partial", "attested", "pass"];

function edited(texts: Texts, edits: readonly Edit[]): Texts {
  let after: Record<string, string> = { ...texts };
  for (const { path, replace, by = "", write, append, remove } of edits) {
    const before = after[path];
    if (remove === true) {
      ok(before !== undefined, `${path} is there to be removed`);
      after = without(after, path);
    } else if (write !== undefined) after[path] = write;
    else if (append !== undefined) after[path] = (before ?? "") + append;
    else {
      equal((before ?? "").split(replace ?? "").length, 2, `"${replace ?? ""}" stands once in ${path}`);
      after[path] = (before ?? "").replace(replace ?? "", () => by);
    }
  }
  return after;
}

function without(texts: Texts, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== path));
}

describe("an item whose evidence is taken away", () => {
  it("is tried for every item that files can answer", () => {
    const wanted = builtInGuide().items.filter(({ automation }) => automation !== "H");
    const missing = wanted.map(({ id }) => id).filter((id) => !mutations.has(id));
    equal(missing.join(), "");
  });

  const { mutations: open } = openDifferences();

  for (const [id, mutation] of mutations) {
    if (open.includes(id)) {
      it(`${id} is not yet as people see it`, async () => {
        await rejects(() => tryOut(id, mutation));
      }).timeout(60_000);
      continue;
    }
    it(`${id} gets a lower verdict, and look-alikes do not bring it back`, () => tryOut(id, mutation)).timeout(60_000);
  }
});

async function tryOut(id: string, { project, removed, lookAlike }: Mutation): Promise<void> {
  const texts = textsOf(project);
  const { today } = expectedOf(project);
  const before = verdictsOf(await runOn(texts, today))[id] ?? "";
  const without = edited(texts, removed.edits);
  const after = verdictsOf(await runOn(without, today))[id] ?? "";
  notEqual(order.indexOf(before), -1, before);
  ok(order.indexOf(after) < order.indexOf(before), `${before} has become ${after}`);
  equal(after, removed.verdict);
  const withLookAlike = edited(without, lookAlike.edits);
  equal(verdictsOf(await runOn(withLookAlike, today))[id], after, lookAlike.why);
}

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { SnippetLanguage } from "../../src/guide/content.js";
import { expandSnippet } from "../../src/guide/expand-snippet.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { snippetsForRule } from "../../src/guide/snippet-json.js";
import { allRules } from "../../src/project/project-rules/all-rules.js";
import { given, programsIn, snippetPrograms, variables } from "./snippet-programs.js";

/** The language of the rules that a snippet helps with, where it is another: the text cells of notebooks are Markdown. */
const ruleLanguages: Partial<Record<SnippetLanguage, string>> = { javascript: "typescript", markdown: "python" };

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: { readonly snippets: readonly { readonly language: string; readonly path: string }[] };
};

describe("every snippet", () => {
  it("has a prefix and a title of its own in its language", () => {
    for (const key of ["prefix", "title"] as const) {
      const seen = snippetPrograms.map(({ body }) => `${body.language} ${body[key]}`);
      deepEqual(
        seen.filter((one, index) => seen.indexOf(one) !== index),
        [],
      );
    }
  });

  for (const { body, code } of snippetPrograms) {
    it(`is finished: ${body.prefix} in ${body.language}`, () => {
      match(body.prefix, /^pf(-[a-z0-9]+)+$/);
      match(body.description, /^[A-Z][^\n]*[^.]\.$/);
      ok(!/\bTODO\b|\bFIXME\b|\bXXX\b|[«»]|\t/.test(code), code);
      // Whoever leaves the last placeholder has to be somewhere.
      equal(body.text.match(/\$0/g)?.length, 1);
    });
  }

  it("has a body: the guide promises none in vain", () => {
    const empty = builtInGuide().snippets.filter(({ bodies }) => bodies.length === 0);
    deepEqual(
      empty.map(({ id }) => id),
      [],
    );
  });

  it("helps with rules that there are, in their own language", () => {
    for (const { body } of snippetPrograms) {
      for (const id of body.rules) {
        const rule = allRules.find(({ meta }) => meta.id === id);
        ok(rule !== undefined, `${body.prefix}: ${id}`);
        const language = ruleLanguages[body.language] ?? body.language;
        const ofProject = rule.meta.languages.length === 0;
        ok(ofProject || rule.meta.languages.some((one) => one === language), `${body.prefix}: ${id} in ${language}`);
      }
    }
  });

  it("is found by the rule that it helps with", () => {
    const prefixes = (language: string): readonly string[] =>
      snippetsForRule("tfjs-tensor-leak", language, builtInGuide()).map(({ prefix }) => prefix);
    ok(prefixes("typescript").includes("pf-eval"));
    deepEqual(prefixes("javascriptreact"), prefixes("typescript"));
    deepEqual(prefixes("python"), []);
  });
});

describe("the snippets that the editor reads", () => {
  const files = new Map(manifest.contributes.snippets.map(({ language, path }) => [language, path]));
  const expected: Readonly<Record<string, SnippetLanguage>> = {
    python: "python",
    typescript: "typescript",
    typescriptreact: "typescript",
    javascript: "javascript",
    javascriptreact: "javascript",
    yaml: "yaml",
    dockerfile: "dockerfile",
    markdown: "markdown",
  };

  it("are contributed for each language that has some", () => {
    deepEqual(
      Object.fromEntries(files),
      Object.fromEntries(Object.entries(expected).map(([id, language]) => [id, `./snippets/${language}.json`])),
    );
    deepEqual(new Set(snippetPrograms.map(({ body }) => body.language)), new Set(Object.values(expected)));
  });

  for (const language of new Set(Object.values(expected))) {
    it(`give the same text in ${language}`, () => {
      const json = JSON.parse(readFileSync(`snippets/${language}.json`, "utf8")) as Record<
        string,
        { readonly prefix: string; readonly description: string; readonly body: readonly string[] }
      >;
      const programs = programsIn(language);
      deepEqual(
        Object.keys(json),
        programs.map(({ body }) => body.title),
      );
      for (const { snippet, body, code } of programs) {
        const entry = json[body.title];
        equal(entry?.prefix, body.prefix);
        equal(entry.description, `${body.description} Guide: ${snippet.guide}`);
        equal(expandSnippet(entry.body.join("\n"), variables).trimEnd(), code.trimEnd());
      }
    });
  }
});

describe("what is given to Python snippets", () => {
  it("is said of each of them, and of nothing else", () => {
    deepEqual(
      Object.keys(given.snippets).sort(),
      programsIn("python")
        .map(({ body }) => body.prefix)
        .sort(),
    );
  });

  it("is of kinds that there are", () => {
    const kinds = new Set(Object.keys(given.kinds));
    const named = [
      ...Object.values(given.snippets).flatMap(({ given: names = {} }) => Object.values(names)),
      ...Object.values(given.kinds).flatMap(({ uses = [] }) => uses),
    ];
    deepEqual(
      named.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { runInThisContext } from "node:vm";
import ts from "typescript";
import type { Report } from "../../src/rules/rule.js";
import { buildModel, type Model } from "../../src/semantics/model.js";
import { emptyWorkspace, type Workspace } from "../../src/semantics/workspace.js";
import { LineIndex } from "../../src/syntax/line-index.js";
import { readPython } from "../../src/syntax/python/lower.js";

/** One example of docs/model.md: programs, what a rule writes in `check(model)`, and what it reports on the last program. */
interface Example {
  readonly title: string;
  readonly programs: readonly { readonly name: string; readonly text: string }[];
  readonly check: string;
  readonly result: string;
}

const page = readFileSync("docs/model.md", "utf8");
const examples = readExamples(page);

describe("docs/model.md", () => {
  it("has an example of everything", () => {
    assert.ok(examples.length >= 12, String(examples.length));
  });

  for (const { title, programs, check, result } of examples) {
    it(`is true: ${title}`, () => {
      assert.equal(reported(runnable(check), modelOf(programs)), result);
    });
  }

  it("names functions where they are", () => {
    const rows = [...page.matchAll(/^\|[^|]*\|(?<names>[^|]*)\| `(?<file>\w+\/[\w-]+\.ts)` *\|$/gm)].map(
      ({ groups }) => groups!,
    );
    const mentions = [...page.matchAll(/(?<names>`\w+`(?: and `\w+`)*) of `(?<file>\w+\/[\w-]+\.ts)`/g)].map(
      ({ groups }) => groups!,
    );
    assert.ok(rows.length > 20 && mentions.length > 5);
    const missing = [...rows, ...mentions].flatMap(({ names, file }) => {
      const code = readFileSync(join("src/semantics", file!), "utf8");
      return [...names!.matchAll(/`(\w+)`/g)]
        .map((match) => match[1]!)
        .filter((name) => !new RegExp(`^export (function\\*?|const) ${name}\\b`, "m").test(code))
        .map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(missing, []);
  });

  it("compiles", function () {
    this.timeout(120_000);
    assert.deepEqual(complaints(examples.map(({ check }) => asModule(check))), []);
  });
});

/** Fenced blocks in the order `python` (one or more), `ts`, `text`; the heading above names them. */
function readExamples(text: string): readonly Example[] {
  const found: Example[] = [];
  let title = "";
  let programs: Example["programs"] = [];
  let check: string | undefined;
  for (const match of text.matchAll(
    /^## (?<heading>.+)$|^```(?<language>\w+)(?: (?<name>\S+))?\n(?<body>[^]*?)^```$/gm,
  )) {
    const { heading, language, name, body } = match.groups ?? {};
    if (heading !== undefined) title = heading;
    else if (language === "python") programs = [...programs, { name: name ?? "main.py", text: body ?? "" }];
    else if (language === "ts") check = body;
    else if (language === "text" && check !== undefined) {
      found.push({ title: `${title} (${found.length + 1})`, programs, check, result: body ?? "" });
      check = undefined;
      programs = [];
    }
  }
  return found;
}

function modelOf(programs: Example["programs"]): Model {
  const forms = new Map(programs.map(({ name, text }) => [name, readPython(text)]));
  const workspace: Workspace = {
    ...emptyWorkspace,
    text: (path) => forms.get(path)?.text,
    resolve: (_, module) => {
      const form = forms.get(`${module}.py`);
      return form === undefined ? undefined : { path: `${module}.py`, form };
    },
  };
  const { name, text } = programs.at(-1)!;
  return buildModel({ path: name, form: forms.get(name) ?? readPython(text) }, workspace);
}

/** `LINE: SOURCE: MESSAGE` for each report, and under it the places that it relates to. */
function reported(check: (model: Model) => Iterable<Report>, model: Model): string {
  const lines = new LineIndex(model.form.text);
  const out: string[] = [];
  for (const { at, message, related } of check(model)) {
    out.push(`${lines.position(at.start).line}: ${model.text(at)}: ${message}`);
    for (const place of related ?? []) {
      const path = place.at.path ?? model.path;
      const text = model.workspace.text(path) ?? model.form.text;
      out.push(`   ${path}:${new LineIndex(text).position(place.at.start).line}: ${place.message}`);
    }
  }
  return out.map((line) => `${line}\n`).join("");
}

/** The imports stay at the top, and the rest is the body of a rule's check. */
function asModule(check: string): string {
  const imports = /^(?:import [^]*?;\n)*/.exec(check)?.[0] ?? "";
  return [
    'import type { Report } from "../rule.js";',
    'import type { Model } from "../../semantics/model.js";',
    imports,
    `export function* check(model: Model): Generator<Report> {\n${check.slice(imports.length)}\n}\n`,
  ].join("\n");
}

/** As if it were a rule: its imports are those of a file in `src/rules/STAGE/`. */
function runnable(check: string): (model: Model) => Iterable<Report> {
  const { outputText } = ts.transpileModule(asModule(check), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { check?: (model: Model) => Iterable<Report> } = {};
  const wrapped = runInThisContext(`(function (exports, require) {${outputText}\n})`) as (
    exports: object,
    require: NodeJS.Require,
  ) => void;
  wrapped(exported, createRequire(join(__dirname, "../../src/rules/training/example.js")));
  return exported.check!;
}

/** What the compiler says of modules that stand beside the rules. */
function complaints(modules: readonly string[]): readonly string[] {
  const texts = new Map(modules.map((text, index) => [resolve(`src/rules/training/guide-example-${index}.ts`), text]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)).config,
    ts.sys,
    ".",
  );
  const host = ts.createCompilerHost(options);
  // Without the types of Node and mocha, which no rule may use.
  const program = ts.createProgram(
    [...texts.keys()],
    { ...options, types: [] },
    {
      ...host,
      fileExists: (path) => texts.has(resolve(path)) || host.fileExists(path),
      readFile: (path) => texts.get(resolve(path)) ?? host.readFile(path),
      getSourceFile: (path, version) => {
        const text = texts.get(resolve(path));
        return text === undefined ? host.getSourceFile(path, version) : ts.createSourceFile(path, text, version);
      },
    },
  );
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  });
}

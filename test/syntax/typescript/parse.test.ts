import * as assert from "node:assert";
import { parse } from "@typescript-eslint/typescript-estree";
import * as ts from "typescript";
import { maximumDepth } from "../../../src/syntax/depth.js";
import { readTypeScript, toEstree } from "../../../src/syntax/typescript/parse.js";
import { checkSpans } from "../check-spans.js";
import { dumpForm } from "../dump-form.js";
import { formDepth } from "../form-depth.js";
import { expressionPrograms } from "./expression-programs.js";
import { statementPrograms } from "./statement-programs.js";

const programs = { ...expressionPrograms, ...statementPrograms };

describe("the tree of TypeScript", () => {
  const valid = Object.entries(programs).filter(
    ([title]) => title !== "exports" && title !== "default exports that declare",
  );
  for (const [title, [source]] of valid) {
    it(`is the library's own for valid code: ${title}`, () => {
      const own = ts.createSourceFile("program.ts", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
      const { body } = parse(source, {
        range: true,
        loc: true,
        allowInvalidAST: true,
        suppressDeprecatedPropertyWarnings: true,
      });
      assert.deepEqual(plain(toEstree(own, [])), plain(body));
    });
  }

  /** Compares data only: some of the library's properties are getters that say they are old. */
  function plain(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)),
    );
  }
});

describe("reading TypeScript", () => {
  const read = (source: string, path = "program.ts"): string => dumpForm(readTypeScript(source, { path }));

  it("takes the language from the path", () => {
    assert.equal(read("a = <T>b", "a.ts"), "a = b");
    assert.equal(read("a = <T>b</T>", "a.tsx"), "a = (? T)");
    for (const extension of ["js", "jsx", "mjs", "cjs"])
      assert.equal(read("a = <T>b</T>", `A.${extension}`), "a = (? T)");
    for (const extension of ["mts", "cts"]) assert.equal(read("a = <T>b", `a.b/c.${extension}`), "a = b");
  });

  it("finds comments, and nothing that only looks like one", () => {
    const source = "#!/bin/node\n// one\na = '// no' + `/* no ${ b /* two */ } // no` / c // three\nd = /[/*]/ /* four";
    const { comments, errors } = readTypeScript(source, { path: "a.ts" });
    const found = comments.map(({ start, end }) => source.slice(start, end));
    assert.deepEqual(found, ["// one", "/* two */", "// three", "/* four"]);
    assert.equal(errors.length, 1);
  });

  it("leaves the text of elements alone", () => {
    const source = "a = <p>http://x /* no */ {/* one */}</p> // two";
    const found = readTypeScript(source, { path: "a.tsx" }).comments.map(({ start, end }) => source.slice(start, end));
    assert.deepEqual(found, ["/* one */", "// two"]);
  });

  it("counts offsets with a byte order mark and any line ending", () => {
    const source = "\uFEFFa = 1;\r\nconst name = f(x)\rb";
    const module = readTypeScript(source, { path: "a.ts" });
    assert.equal(dumpForm(module), "a = 1\nconst name = (call f x)\nb");
    assert.ok(checkSpans(module) > 4);
  });

  const halfTyped: readonly (readonly [string, string])[] = [
    ["model.", "(. model)"],
    ["const loss = criterion(output, ", "const loss = (call criterion output)"],
    ["const x = ", "const x"],
    ["const x: Array<", "const x: Array"],
    ["for (const x of", "each x in (?)"],
    ["class A { m(a, ", "class A()"],
    ["await model.fit(x, { epochs: ", '(await (call (. model fit) x (mapping "epochs":(?))))'],
    ["import { a } from", "import"],
    ["x = `a${b", ""],
    ["if (a", "if a"],
    ["switch (a) { case", "match a"],
    ["namespace N", ""],
    ["import(", "(call import)"],
  ];
  for (const [source, expected] of halfTyped) {
    it(`reads the half-typed ${JSON.stringify(source)}`, () => {
      const module = readTypeScript(`before()\n${source}`, { path: "a.ts" });
      const [before, ...rest] = dumpForm(module).split("\n");
      assert.equal(before, "(call before)");
      assert.ok(rest.join("\n").startsWith(expected), rest.join("\n"));
      assert.notDeepEqual(module.errors, []);
      checkSpans(module);
    });
  }

  it("survives cuts and strays at random", () => {
    let seed = 20_261;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    const strays = "([{<`'\"=>/*?.:;,!@#\\";
    for (const [source] of Object.values(programs)) {
      for (let round = 0; round < 25; round++) {
        const at = random(source.length);
        const tail = source.slice(at + random(20));
        const broken =
          source.slice(0, at) + [strays[random(strays.length)]!, "", ""][round % 3]! + (round % 3 === 1 ? "" : tail);
        const module = readTypeScript(broken, { path: round % 2 === 0 ? "a.ts" : "a.tsx" });
        checkSpans(module);
        const unread = module.errors.filter(({ message }) => message.startsWith("could not be read"));
        assert.deepEqual(unread, [], broken);
      }
    }
  });

  const many = 10_000;
  const deep: Readonly<Record<string, string>> = {
    "a long sum": `x = a${" + a".repeat(many)}`,
    "a long chain": `x = a${".b(c)".repeat(many)}`,
    "a chain that is read": `x = a${".b(c)".repeat(maximumDepth / 2)}`,
    "else if": `if (a) b;${" else if (a) b;".repeat(many)}`,
    brackets: `x = ${"[".repeat(many)}${"]".repeat(many)}`,
    blocks: "{".repeat(many) + "}".repeat(many),
    types: `let x: ${"A<".repeat(many)}B${">".repeat(many)}`,
    elements: `x = ${"<a>".repeat(many)}`,
    arrows: `x = ${"() => ".repeat(many)}1`,
  };
  for (const [title, source] of Object.entries(deep)) {
    it(`neither overflows nor nests without bound: ${title}`, () => {
      const module = readTypeScript(`before();\n${source};\nafter();`, { path: "a.tsx" });
      assert.ok(formDepth(module.body) <= 2 * maximumDepth);
      checkSpans(module);
      // What overflows TypeScript's own parser costs the file; what only nests deep costs its statement.
      if (module.body.length === 0) assert.match(module.errors[0]!.message, /nested too deeply/);
      else assert.match(dumpForm(module), /^\(call before\)[^]*\(call after\)$/);
    });
  }
});

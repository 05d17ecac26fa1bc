import { deepEqual, ok } from "node:assert/strict";
import ts from "typescript";
import { programsIn } from "./snippet-programs.js";
import { compileErrors, givenPrefixes, run, typeScriptPrograms } from "./typescript-programs.js";

describe("TypeScript snippets", function () {
  this.timeout(120_000);

  it("compile in strict mode against the types of the packages that they import", () => {
    deepEqual(compileErrors(), []);
  });

  it("are all tried", () => {
    deepEqual([...givenPrefixes].sort(), typeScriptPrograms.map(({ prefix }) => prefix).sort());
  });

  for (const { prefix, text } of typeScriptPrograms) {
    it(`run to the end: ${prefix}`, async () => {
      ok(/\bcheck\(/.test(text));
      await run(text);
    });
  }
});

describe("JavaScript snippets", () => {
  const typeScript = new Map(programsIn("typescript").map(({ body, code }) => [body.prefix, code]));

  for (const { body, code } of programsIn("javascript")) {
    it(`are what TypeScript makes of ${body.prefix}`, () => {
      const options = { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } };
      const plain = (text: string): string => withoutSpace(ts.transpileModule(text, options).outputText);
      deepEqual(plain(code), plain(typeScript.get(body.prefix) ?? ""));
      // A program without types is left as it is.
      deepEqual(plain(code), withoutSpace(code));
    });
  }
});

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, "").replace(/,([)\]}])/g, "$1");
}

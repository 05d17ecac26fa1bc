import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { compileFunction } from "node:vm";
import { buildSync } from "esbuild";
import ts from "typescript";
import { parse } from "yaml";
import { programsIn } from "./snippet-programs.js";

/** A snippet with what stands before it and what uses it, as a file of its own. */
export interface TypeScriptProgram {
  readonly prefix: string;
  readonly path: string;
  readonly text: string;
}

const given = parse(readFileSync("test/snippets/given-typescript.yaml", "utf8")) as Readonly<
  Record<string, { readonly before?: string; readonly then?: string }>
>;

export const givenPrefixes: readonly string[] = Object.keys(given);

const folder = resolve("test/snippets/programs");

export const typeScriptPrograms: readonly TypeScriptProgram[] = programsIn("typescript").map(({ body, code }) => {
  const { prefix } = body;
  const { before = "", then = "" } = given[prefix] ?? {};
  const check = `export async function check(assert: typeof import("node:assert/strict")): Promise<void> {\n${then}}\n`;
  return { prefix, path: join(folder, `${prefix}.ts`), text: `${before}${code}\n${check}` };
});

/**
 * What `@tensorflow/tfjs` is, but for the parts that no snippet uses: that package brings its WebGL backend, its
 * converter and its data readers along, 190 MB more on disk. It is made of the same packages, in the same version.
 */
const tensorflow = {
  path: join(folder, "tfjs.ts"),
  text: [
    `import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";`,
    `import "@tensorflow/tfjs-backend-cpu";`,
    `export * from "@tensorflow/tfjs-core";`,
    `export * from "@tensorflow/tfjs-layers";`,
  ].join("\n"),
};

/** What the compiler has against all programs, in strict mode. */
export function compileErrors(): readonly string[] {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noUncheckedIndexedAccess: true, noImplicitReturns: true, noEmit: true, skipLibCheck: true },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, types: ["node", "mocha"] },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] },
    paths: { "@tensorflow/tfjs": [tensorflow.path] },
  };
  const texts = new Map([tensorflow, ...typeScriptPrograms].map(({ path, text }) => [path, text]));
  const onDisk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...onDisk,
    fileExists: (path) => texts.has(path) || onDisk.fileExists(path),
    readFile: (path) => texts.get(path) ?? onDisk.readFile(path),
    getSourceFile: (path, languageVersion, ...rest) => {
      const text = texts.get(path);
      return text === undefined
        ? onDisk.getSourceFile(path, languageVersion, ...rest)
        : ts.createSourceFile(path, text, languageVersion, true);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.formatDiagnostic(diagnostic, { ...host, getCanonicalFileName: (name) => name }));
}

const requireHere = createRequire(join(resolve("."), "package.json"));
let loadedTensorflow: unknown;

/** As a bundler for browsers would make it: the packages' files for Node lack methods such as `tensor.add`. */
function loadTensorflow(): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: tensorflow.text, resolveDir: resolve("."), loader: "ts" },
    ...{ bundle: true, write: false, platform: "node", format: "cjs", mainFields: ["module", "main"] },
    logLevel: "silent",
  });
  return load(outputFiles[0]?.text ?? "", {});
}

/** Runs a program, its own tests and what uses it, on the backend of TensorFlow.js that is written in JavaScript. */
export async function run(text: string): Promise<void> {
  const tests: (() => unknown)[] = [];
  const collect = (_title: string, test: () => unknown): void => void tests.push(test);
  const quiet = { ...console };
  const exported = load(text, { it: collect, console: quiet });
  for (const test of tests) await test();
  const { check } = exported as { readonly check: (given: typeof assert) => Promise<void> };
  await check(assert);
}

/** The exports of a module, with some names as its own in place of the global ones. */
function load(text: string, globals: Readonly<Record<string, unknown>>): unknown {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const module = { exports: {} };
  const importName = (name: string): unknown =>
    name === "@tensorflow/tfjs" ? (loadedTensorflow ??= loadTensorflow()) : requireHere(name);
  const names = { module, exports: module.exports, require: importName, ...globals };
  const execute = compileFunction(outputText, Object.keys(names)) as (...values: readonly unknown[]) => void;
  execute(...Object.values(names));
  return module.exports;
}

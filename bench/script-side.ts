import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../src/engine/analyze.js";
import { defaultConfig, levelsFor, withPreset } from "../src/engine/config.js";
import { rules } from "../src/rules/index.js";
import { emptyWorkspace } from "../src/semantics/workspace.js";
import type { FormModule } from "../src/syntax/form.js";
import { readPython } from "../src/syntax/python/lower.js";
import { readTypeScript } from "../src/syntax/typescript/parse.js";
import { decimal, printTable, processorTime } from "./measure.js";

interface Source {
  readonly path: string;
  readonly text: string;
}

const rounds = 3;

/** TypeScript beside Python in one run, over the programs of the corpus, and what loading TypeScript's parser costs. */
export function printScriptSide(dist: string): void {
  const sides = [
    { name: "Python", files: sourcesBelow("test/corpus", /\.py$/), read: ({ text }: Source) => readPython(text) },
    {
      name: "TypeScript and JavaScript",
      files: sourcesBelow("test", /\.([cm]?[jt]s|[jt]sx)$/).filter(({ path }) =>
        /^test\/(corpus|fixtures)\//.test(path),
      ),
      read: ({ text, path }: Source) => readTypeScript(text, { path }),
    },
  ];
  const levels = levelsFor(withPreset(defaultConfig, "all"), "any.py", rules);
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    console.log(`${rule} failed on ${path}: ${String(error)}`);
  };
  const check = (path: string, form: FormModule): unknown =>
    analyze({ path, form }, { rules: levels, workspace: emptyWorkspace, onRuleError });
  const results = sides.map(({ name, files, read }) => {
    const best = (work: (file: Source) => unknown): number =>
      Math.min(...Array.from({ length: rounds }, () => processorTime(() => files.forEach((file) => work(file)))));
    const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
    const form = best(read);
    return { name, files: files.length, bytes, form, all: best((file) => check(file.path, read(file))) };
  });
  const speed = (bytes: number, milliseconds: number): number => bytes / 1e3 / milliseconds;
  const base = speed(results[0]?.bytes ?? 1, results[0]?.all ?? 1);
  printTable(
    `TypeScript beside Python: programs of the corpus, time of the processor, best of ${rounds}`,
    ["language", "files", "MB", "form, MB/s", "all rules, MB/s", "times Python"],
    results.map(({ name, files, bytes, form, all }) => [
      name,
      decimal(files, 0),
      decimal(bytes / 1e6, 2),
      decimal(speed(bytes, form)),
      decimal(speed(bytes, all)),
      decimal(speed(bytes, all) / base, 2),
    ]),
  );
  const script = `const t = performance.now(); require(${JSON.stringify(join(dist, "typescript.js"))}); process.stdout.write(String(performance.now() - t))`;
  const loads = Array.from({ length: rounds }, () =>
    Number(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })),
  );
  console.log(`\nLoading TypeScript's parser, in files of TypeScript alone: ${decimal(Math.min(...loads), 0)} ms`);
}

function sourcesBelow(folder: string, name: RegExp): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter((path) => name.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

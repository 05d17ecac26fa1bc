import assert from "node:assert/strict";
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { importsOf, sourceFiles, withoutQuotes, type SourceFile } from "./source-files.js";

/** What the extension and the server say to each other. */
const protocol: readonly string[] = ["protocol.ts", "protocol-checklist.ts"];

/** What each folder of `src/` may import besides itself and the guide, which is data that anyone may read. */
const mayImport: Readonly<Record<string, readonly string[]>> = (() => {
  const semantics = ["syntax", "knowledge"];
  const rules = [...semantics, "semantics"];
  const engine = [...rules, "rules"];
  const project = [...engine, "engine"];
  const checklist = [...project, "project"];
  const report = [...checklist, "checklist"];
  const shells = [...report, "report"];
  return {
    ...{ syntax: [], knowledge: [], guide: [], semantics, rules, engine, project, checklist, report },
    ...{ server: [...shells, ...protocol], cli: shells, extension: protocol },
    ...{ "protocol.ts": ["protocol-checklist.ts"], "protocol-checklist.ts": [] },
  };
})();

const shells = ["server", "cli", "extension"];

describe("imports of src/", () => {
  const files = sourceFiles("src");

  it("go in one direction", () => {
    const wrong = offences(files, (from, name) => {
      if (!name.startsWith(".")) return false;
      const to = partOf(posix.join(posix.dirname(from), name.replace(/\.js$/, ".ts")));
      return to !== partOf(from) && to !== "guide" && !mayImport[partOf(from)]?.includes(to);
    });
    assert.deepEqual(wrong, []);
  });

  it("keep the extension apart from the engine, the guide included", () => {
    const wrong = offences(files, (from, name) => {
      if (partOf(from) !== "extension" || !name.startsWith(".")) return false;
      const to = partOf(posix.join(posix.dirname(from), name.replace(/\.js$/, ".ts")));
      return to !== "extension" && !protocol.includes(to);
    });
    assert.deepEqual(wrong, []);
  });

  it("keep the guide free of everything else", () => {
    const wrong = offences(files, (from, name) => partOf(from) === "guide" && !name.startsWith("./"));
    assert.deepEqual(wrong, []);
  });

  it("name vscode in the extension alone", () => {
    assert.deepEqual(
      offences(files, (from, name) => name === "vscode" && partOf(from) !== "extension"),
      [],
    );
  });

  it("name LSP packages in the server and the extension alone", () => {
    const wrong = offences(
      files,
      (from, name) => /^vscode-(language|jsonrpc)/.test(name) && !["server", "extension"].includes(partOf(from)),
    );
    assert.deepEqual(wrong, []);
  });

  it("name parsers of programs in syntax/ alone", () => {
    const wrong = offences(
      files,
      (from, name) => /^(@typescript-eslint\/|typescript$|typescript\/)/.test(name) && partOf(from) !== "syntax",
    );
    assert.deepEqual(wrong, []);
  });

  it("name Node's built-ins in the shells alone", () => {
    const wrong = offences(files, (from, name) => isBuiltin(name) && !shells.includes(partOf(from)));
    assert.deepEqual(wrong, []);
  });

  it("end in .js when they are relative", () => {
    assert.deepEqual(
      offences(files, (_, name) => name.startsWith(".") && !/\.(js|yaml|json)$/.test(name)),
      [],
    );
  });

  it("stay in the tree that is described", () => {
    const unknown = new Set(files.map(({ path }) => partOf(path)).filter((part) => !(part in mayImport)));
    assert.deepEqual([...unknown], []);
  });
});

describe("what nothing below the shells touches", () => {
  const pure = sourceFiles("src").filter(({ path }) => !shells.includes(partOf(path)));
  for (const [what, pattern] of [
    ["the clock", /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
    ["the process", /\bprocess\.(env|argv|cwd|exit|stdout|stderr|platform)\b/],
    ["the network", /\bfetch\(|\bXMLHttpRequest\b|\bnew WebSocket\b/],
    ["chance", /\bMath\.random\(/],
  ] as const) {
    it(what, () => {
      assert.deepEqual(
        pure.filter(({ text }) => pattern.test(withoutQuotes(text))).map(({ path }) => path),
        [],
      );
    });
  }
});

function offences(files: readonly SourceFile[], isWrong: (from: string, name: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((name) => isWrong(file.path, name))
      .map((name) => `${file.path} imports ${name}`),
  );
}

/** The first name below `src/`: a folder, or a file that stands there by itself. */
function partOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

/**
 * Compares our Python parser with CPython's own, statement by statement, over the standard library of the installed
 * Python and any folders given: `npm run test:differential [-- DIR...]`. `PYTHON` names another interpreter.
 * Ends with 1 when a difference is not among the known ones (differential-known.json: the end of the path, the reason).
 * With `--golden`, writes the dumps of the fixtures for `npm test` instead; that needs Python 3.13 or newer.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const scripts = dirname(fileURLToPath(import.meta.url));
const python = process.env.PYTHON ?? "python3";
const shown = 10;

const { parsePython, dumpNode } = await load();
const { version, library } = describePython();
const minorVersion = Number(version.split(".")[1]);
if (minorVersion < 11) {
  console.error(`Python 3.11 or newer is needed, ${python} is ${version}.`);
  process.exit(2);
}
const known = JSON.parse(readFileSync(join(scripts, "differential-known.json"), "utf8"));
let unknownDifferences = 0;
if (process.argv.includes("--golden")) await writeGolden(join(dirname(scripts), "test/fixtures/python"));
else await compare([library, ...process.argv.slice(2)]);

async function compare(folders) {
  console.log(`CPython ${version}`);
  for (const folder of folders) await compareFolder(folder);
  process.exitCode = unknownDifferences > 0 ? 1 : 0;
}

async function writeGolden(folder) {
  if (minorVersion < 13) throw new Error(`The fixtures need Python 3.13; set PYTHON (now ${version}).`);
  for await (const { path, statements, detail } of dumps("dump", await pythonFiles(folder))) {
    if (statements === undefined) throw new Error(`${path}: ${detail}`);
    writeFileSync(path.replace(/\.py$/, ".ast"), statements.map((dump) => `${dump}\n`).join(""));
  }
}

async function load() {
  const source = `
    export { parsePython } from "./src/syntax/python/parse.js";
    export { dumpNode } from "./test/syntax/python/dump.js";`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: dirname(scripts) },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

function describePython() {
  const code = "import sys, os; print('%d.%d.%d' % sys.version_info[:3]); print(os.path.dirname(os.__file__))";
  const { stdout, error } = spawnSync(python, ["-c", code], { encoding: "utf8" });
  if (error !== undefined) {
    console.error(`Cannot run ${python}: ${error.message}. Set PYTHON to a Python 3 interpreter.`);
    process.exit(2);
  }
  const [version, library] = stdout.trim().split("\n");
  return { version, library };
}

async function pythonFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.pyi?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function compareFolder(folder) {
  const files = await pythonFiles(folder);
  const paths = files.filter((path) => folder !== library || !path.includes("site-packages"));
  const counts = { files: 0, sameFiles: 0, statements: 0, sameStatements: 0, skipped: {}, known: 0 };
  for await (const result of dumps("hash", paths)) compareFile(result, counts);
  const skipped = Object.entries(counts.skipped).map(([reason, count]) => `, ${count} ${reason}`);
  console.log(
    `${folder}: ${counts.sameFiles} of ${counts.files} files and ` +
      `${counts.sameStatements} of ${counts.statements} statements identical, ${counts.known} known differences${skipped.join("")}`,
  );
}

async function* dumps(mode, paths) {
  const child = spawn(python, [join(scripts, "differential.py"), mode], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
}

function compareFile(result, counts) {
  const { path, statements: expected } = result;
  if (result.skipped !== undefined) {
    counts.skipped[result.skipped] = (counts.skipped[result.skipped] ?? 0) + 1;
    return;
  }
  counts.files++;
  counts.statements += expected.length;
  const { errors, dumped } = ours(path);
  const hashes = dumped.map((dump) => createHash("md5").update(dump).digest("hex"));
  const different = expected.map((hash, index) => (hash === hashes[index] ? -1 : index)).filter((index) => index >= 0);
  counts.sameStatements += expected.length - different.length;
  if (different.length === 0 && hashes.length === expected.length && errors.length === 0) {
    counts.sameFiles++;
  } else if (known.some(({ file }) => path.endsWith(file))) {
    counts.known++;
  } else if (++unknownDifferences <= shown) {
    showDifference(path, different[0], dumped, errors);
  }
}

function ours(path) {
  const text = readFileSync(path, "utf8");
  const { module, errors } = parsePython(text);
  return { errors, dumped: module.body.map((node) => dumpNode(node, text, { fieldsHavePlaces: minorVersion >= 12 })) };
}

function showDifference(path, index, dumped, errors) {
  console.log(`DIFFERENT ${path}`);
  for (const { offset, message } of errors.slice(0, 3)) console.log(`  error at ${offset}: ${message}`);
  if (index === undefined) return;
  const { stdout } = spawnSync(python, [join(scripts, "differential.py"), "dump"], {
    input: `${path}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const theirs = JSON.parse(stdout).statements[index] ?? "";
  const mine = dumped[index] ?? "";
  let same = 0;
  while (same < theirs.length && theirs[same] === mine[same]) same++;
  const from = Math.max(0, same - 100);
  console.log(`  CPython: ${theirs.slice(from, same + 100)}`);
  console.log(`  ours:    ${mine.slice(from, same + 100)}`);
}

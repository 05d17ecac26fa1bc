import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import { checkJson, exitCode, makeFolder, runCli, startCli } from "./run-cli.js";

const fixture = "test/fixtures/cli-project";
const bad = "x = 1  # preflight: ignore\n";

describe("ml-preflight check: its answer", () => {
  it("is 0 without findings, in a report that says so", async () => {
    const cwd = await makeFolder({ "a.py": "x = 1\n" });
    assert.deepEqual(await runCli(["check"], { cwd }), {
      code: 0,
      stdout: "No findings; 1 file checked.\n",
      stderr: "",
    });
  });

  it("is 0 for a folder without sources", async () => {
    const { code, findings, files } = await checkJson([], { cwd: await makeFolder({ "README.md": "" }) });
    assert.deepEqual({ code, findings, files }, { code: 0, findings: [], files: { checked: 0, skipped: [] } });
  });

  it("is 1 with findings of any severity", async () => {
    const cwd = await makeFolder({
      ".preflight/config.yaml": "rules: {suppression-without-rule: hint}\n",
      "a.py": bad,
    });
    assert.equal((await checkJson([], { cwd })).code, 1);
  });

  for (const [what, args, message] of [
    ["an unknown format", ["check", "--format", "xml"], /Allowed choices are text, json/],
    ["an unknown preset", ["check", "--preset", "loose"], /Allowed choices are recommended, strict, all/],
    ["an unknown option", ["check", "--fast"], /unknown option '--fast'/],
    ["an unknown rule", ["check", "--rule", "supression-without-rule"], /did you mean `suppression-without-rule`/],
    ["an unknown command", ["chek"], /Did you mean check/],
    ["an unknown rule to explain", ["explain", "nothing-like-it"], /there is no rule, .*`nothing-like-it`/],
  ] as const) {
    it(`is 2 for ${what}, said on standard error`, async () => {
      const { code, stdout, stderr } = await runCli(args, { cwd: await makeFolder({}) });
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
    });
  }
});

describe("ml-preflight check --format json", () => {
  it("has the shape that others rely on", async () => {
    const { code, stdout, stderr } = await runCli(["check", "--format", "json", "src/loud.py"], { cwd: fixture });
    assert.equal(stderr, "");
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      findings: [
        {
          rule: "suppression-without-rule",
          path: "src/loud.py",
          start: { line: 1, column: 14 },
          end: { line: 1, column: 31 },
          severity: "error",
          message: "This suppresses nothing: name the rules, as in `ignore[rule-id] -- reason`.",
          stage: "infrastructure",
          guide: "team/working-with-findings#suppressions",
          related: [],
          fixes: [],
        },
      ],
      files: { checked: 1, skipped: [] },
    });
  });
});

describe("ml-preflight check: configuration", () => {
  it("is the nearest file's, by path, and relative to its folder", async () => {
    const { findings, files } = await checkJson([fixture], {});
    assert.deepEqual(
      findings.map(({ path, severity }) => [path.slice(fixture.length + 1), severity]),
      [
        ["notebooks/percent.py", "info"],
        ["src/loud.py", "error"],
        ["src/total.ts", "hint"],
      ],
    );
    assert.equal(files.checked, 4);
  });

  it("is the same from wherever the files are checked", async () => {
    const { findings } = await checkJson(["loud.py", "quiet.py", "total.ts"], { cwd: join(fixture, "src") });
    assert.deepEqual(
      findings.map(({ path }) => path),
      ["loud.py", "total.ts"],
    );
  });

  it("is left out with --no-config", async () => {
    const { findings } = await checkJson(["--no-config", "src", "vendor"], { cwd: fixture });
    assert.deepEqual(
      findings.map(({ path, severity }) => [path, severity]),
      ["src/loud.py", "src/quiet.py", "src/total.ts", "vendor/copied.py"].map((path) => [path, "error"]),
    );
  });

  it("does not turn off a rule that is asked for by name", async () => {
    const { findings } = await checkJson(["--rule", "suppression-without-rule", "src/quiet.py"], { cwd: fixture });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["suppression-without-rule"],
    );
  });

  it("with problems gives 2, each problem at its place, and the findings all the same", async () => {
    const cwd = await makeFolder({
      ".preflight/config.yaml": "presett: strict\nrules: {suppression-without-rule: info}\nmaxFileSize: big\n",
      "a.py": bad,
    });
    const { code, stdout, stderr } = await runCli(["check", "--format", "json"], { cwd });
    assert.equal(code, 2);
    assert.match(stdout, /"severity":"info"/);
    const [first, second, ...more] = stderr.split("\n");
    assert.match(
      first ?? "",
      /^\.preflight\/config\.yaml:1:1: There is no key `presett` here; did you mean `preset`\?$/,
    );
    assert.match(second ?? "", /^\.preflight\/config\.yaml:3:14: `maxFileSize` must be/);
    assert.deepEqual(more, [""]);
  });

  it("that is no YAML gives 2, and the defaults", async () => {
    const cwd = await makeFolder({ ".preflight/config.yaml": "\tpreset: [", "a.py": bad });
    const { code, stdout, stderr } = await runCli(["check", "--format", "json"], { cwd });
    assert.equal(code, 2);
    assert.match(stdout, /"severity":"error"/);
    assert.match(stderr, /^\.preflight\/config\.yaml:1:\d+: This is not YAML: /);
  });
});

describe("ml-preflight check: suppression comments", () => {
  it("silence a rule on their line and in their file", async () => {
    const cwd = await makeFolder({
      "line.py":
        "# preflight: ignore[suppression-without-rule] -- a test\nx = 1  # preflight: ignore\ny = 2  # preflight: ignore\n",
      "file.py": "x = 1  # preflight: ignore\n# preflight: ignore-file[suppression-without-rule] -- a test\n",
      "file.ts": "/* preflight: ignore-file[suppression-without-rule] */\nf(); // preflight: ignore\n",
    });
    const { findings } = await checkJson([], { cwd });
    assert.deepEqual(
      findings.map(({ path, start }) => [path, start.line]),
      [["line.py", 3]],
    );
  });
});

describe("ml-preflight check as a good citizen", () => {
  it("prints no colours into a pipe, unless asked to", async () => {
    const cwd = await makeFolder({ "a.py": bad });
    const escape = "\u001b[";
    assert.equal((await runCli(["check"], { cwd })).stdout.includes(escape), false);
    assert.equal((await runCli(["check"], { cwd, env: { FORCE_COLOR: "1" } })).stdout.includes(escape), true);
    const both = { FORCE_COLOR: "1", NO_COLOR: "1" };
    assert.equal((await runCli(["check"], { cwd, env: both })).stdout.includes(escape), false);
  });

  it("ends quietly when nobody reads its output any more", async () => {
    const child = startCli(["check"], { cwd: await manyFindings() });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    await once(child.stdout, "data");
    child.stdout.destroy();
    assert.equal(await exitCode(child), 0);
    assert.equal(stderr, "");
  });

  it("ends with 130 on Ctrl-C", async () => {
    const child = startCli(["check"], { cwd: await manyFindings() });
    // Whoever does not read holds the writer up, so the run cannot end by itself before the signal comes.
    await once(child.stdout, "readable");
    child.kill("SIGINT");
    assert.equal(await exitCode(child), 130);
  });
});

describe("ml-preflight", () => {
  it("tells its version and its usage", async () => {
    assert.match((await runCli(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = await runCli(["check", "--help"]);
    assert.equal(code, 0);
    assert.match(stdout, /--format <format>/);
  });
});

/** More than a pipe holds. */
async function manyFindings(): Promise<string> {
  const names = Array.from({ length: 300 }, (_, index) => `file-${index}.py`);
  return makeFolder(Object.fromEntries(names.map((name) => [name, bad.repeat(20)])));
}

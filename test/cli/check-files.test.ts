import assert from "node:assert/strict";
import { mkdir, symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { addFiles, checkJson, makeFolder, runCli } from "./run-cli.js";

const bad = "x = 1  # preflight: ignore\n";

describe("ml-preflight check: which files", () => {
  it("takes the working directory when no PATH is given", async () => {
    const cwd = await makeFolder({ "a.py": bad, "sub/b.py": bad, "README.md": "" });
    assert.deepEqual(await pathsOf([], cwd), ["a.py", "sub/b.py"]);
  });

  it("takes files, folders and globs, each file once, in order of their paths", async () => {
    const cwd = await makeFolder({
      "b.py": bad,
      "a/x.py": bad,
      "a/y.ts": "f(); // preflight: ignore\n",
      "c/z.py": bad,
    });
    assert.deepEqual(await pathsOf(["b.py", "a", "./a/x.py"], cwd), ["a/x.py", "a/y.ts", "b.py"]);
    assert.deepEqual(await pathsOf(["**/*.py"], cwd), ["a/x.py", "b.py", "c/z.py"]);
    assert.deepEqual(await pathsOf(["{a,c}/*.py"], cwd), ["a/x.py", "c/z.py"]);
    assert.deepEqual(await pathsOf([join(cwd, "a")], cwd), ["a/x.py", "a/y.ts"]);
  });

  it("names files outside the working directory from it", async () => {
    const folder = await makeFolder({ "a.py": bad, "inner/b.py": bad });
    assert.deepEqual(await pathsOf([".."], join(folder, "inner")), ["../a.py", "b.py"]);
  });

  it("respects ignore files, and checks an ignored file that is named", async () => {
    const cwd = await makeFolder({
      ".git/HEAD": "",
      ".gitignore": "made/\n",
      "made/a.py": bad,
      "b.py": bad,
      "sub/.gitignore": "c.py\n",
      "sub/c.py": bad,
    });
    assert.deepEqual(await pathsOf([], cwd), ["b.py"]);
    assert.deepEqual(await pathsOf(["made/a.py", "sub"], cwd), ["made/a.py"]);
  });

  it("respects what the configuration excludes, even when it is named", async () => {
    const cwd = await makeFolder({ ".preflight/config.yaml": "exclude: [vendor]\n", "vendor/a.py": bad, "b.py": bad });
    assert.deepEqual(await pathsOf(["vendor", "vendor/a.py", "b.py"], cwd), ["b.py"]);
    assert.deepEqual(await pathsOf(["--no-config", "."], cwd), ["b.py", "vendor/a.py"]);
  });

  it("ends with 2 and says so when a PATH does not exist, or a glob matches nothing", async () => {
    const cwd = await makeFolder({ "a.py": bad });
    for (const missing of ["nowhere", "nowhere.py", "*.ts"]) {
      const { code, stdout, stderr } = await runCli(["check", "a.py", missing], { cwd });
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(
        stderr,
        new RegExp(`^ml-preflight: ${missing.replace("*", "\\*")}: there is no such file or folder`),
      );
    }
  });

  it("says that it does not check a file of another kind", async () => {
    const cwd = await makeFolder({ "notes.txt": "" });
    const { code, stderr } = await runCli(["check", "notes.txt"], { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /notes\.txt: not checked/);
  });
});

describe("ml-preflight check: files it cannot check", () => {
  it("are named with the reason, and the others are checked", async () => {
    const cwd = await makeFolder({
      "binary.py": Buffer.from([0x78, 0x00, 0x79]),
      "good.py": bad,
      "latin.py": Buffer.from([0x23, 0xe9, 0x0a]),
    });
    await symlink("nowhere.py", join(cwd, "gone.py"));
    await addFiles(cwd, { "large.py": "" });
    await truncate(join(cwd, "large.py"), 50 * 1024 * 1024);
    await mkdir(join(cwd, "folder.py"));
    const { findings, files, code } = await checkJson([], { cwd });
    assert.equal(code, 1);
    assert.deepEqual(
      findings.map(({ path }) => path),
      ["good.py"],
    );
    assert.deepEqual(files, {
      checked: 1,
      skipped: [
        { path: "binary.py", reason: "binary", detail: "a NUL byte at offset 1" },
        { path: "gone.py", reason: "unreadable", detail: "it cannot be opened" },
        { path: "large.py", reason: "too-large", detail: "50 MB, the limit is 2 MB (maxFileSize)" },
        { path: "latin.py", reason: "undecodable", detail: "not valid UTF-8, and no coding comment says otherwise" },
      ],
    });
  });

  it("are named in the text report too, without being findings", async () => {
    const cwd = await makeFolder({ "latin.py": Buffer.from([0x23, 0xe9, 0x0a]), "good.py": "x = 1\n" });
    const { code, stdout } = await runCli(["check"], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^Skipped\n {2}latin\.py {2}undecodable {2}not valid UTF-8/);
    assert.match(stdout, /No findings; 1 file checked, 1 skipped as undecodable\.\n$/);
  });

  it("have a size limit that the configuration sets", async () => {
    const cwd = await makeFolder({ ".preflight/config.yaml": "maxFileSize: 20\n", "a.py": bad });
    const { files } = await checkJson([], { cwd });
    assert.deepEqual(
      files.skipped.map(({ path, reason }) => [path, reason]),
      [["a.py", "too-large"]],
    );
  });
});

describe("ml-preflight check: odd texts", () => {
  for (const [what, text, place] of [
    ["CRLF", "a = 1\r\nx = 1  # preflight: ignore\r\n", "2:10"],
    ["lone CR", "a = 1\rx = 1  # preflight: ignore\r", "2:10"],
    ["a byte order mark", "\ufeffx = 1  # preflight: ignore\n", "1:10"],
    ["form feeds and tabs", "\f\nif 1:\n\tx = 1\t# preflight: ignore\n", "3:10"],
    ["letters of two UTF-16 units", 'x = "😀"  # preflight: ignore\n', "1:13"],
    ["half-typed code", "def f(:\n    x = (1,\nx = 1  # preflight: ignore\n", "3:10"],
    ["Python 2", 'print "hello"\nexec "x"\nx = 1  # preflight: ignore\n', "3:10"],
    ["no line ending", "x = 1  # preflight: ignore", "1:10"],
  ] as const) {
    it(`finds the place in ${what}`, async () => {
      const cwd = await makeFolder({ "a.py": text });
      const { findings } = await checkJson([], { cwd });
      assert.deepEqual(
        findings.map(({ start }) => `${start.line}:${start.column}`),
        [place],
      );
    });
  }

  it("survives nesting without end", async () => {
    const deep = `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n${"[".repeat(20_000)}\n`;
    const cwd = await makeFolder({ "a.py": deep, "b.ts": deep.replace("x =", "const x ="), "c.py": bad });
    const { findings, files, code } = await checkJson([], { cwd });
    assert.equal(code, 1);
    assert.deepEqual(
      findings.map(({ path }) => path),
      ["c.py"],
    );
    assert.equal(files.checked, 3);
  });
});

async function pathsOf(args: readonly string[], cwd: string): Promise<string[]> {
  const { findings } = await checkJson(args, { cwd });
  return findings.map(({ path }) => path);
}

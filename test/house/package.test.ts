import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const vsce = join("node_modules", "@vscode", "vsce", "vsce");

/** Every file of the package, or the pattern that it matches. Whatever else turns up in the list was not meant to ship. */
const shipped = [
  /^package\.json$/,
  /^package\.nls(\.[a-z-]+)?\.json$/,
  /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^dist\/(extension|client|guide|panel|server|typescript)\.js$/,
  /^media\/[a-z0-9-]+\.(png|svg|css|js|md)$/,
  /^snippets\/[a-z]+\.json$/,
  /^schemas\/[a-z-]+\.schema\.json$/,
];

describe("the package", function () {
  this.timeout(60_000);

  it("holds what is meant to ship, and nothing else", () => {
    const files = run(process.execPath, vsce, "ls", "--no-dependencies")
      .split("\n")
      .filter((line) => line.trim() !== "");
    assert.deepEqual(
      files.filter((file) => !shipped.some((pattern) => pattern.test(file))),
      [],
    );
    for (const needed of ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md"]) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
    for (const bundle of ["extension", "client", "guide", "panel", "server", "typescript"])
      assert.ok(files.includes(`dist/${bundle}.js`), bundle);
  });

  it("is under 3 MB", () => {
    const folder = mkdtempSync(join(tmpdir(), "ml-preflight-package-"));
    try {
      const file = join(folder, "ml-preflight.vsix");
      run("npm", "run", "--silent", "package", "--", "-o", file);
      assert.ok(statSync(file).size < 3_000_000, `${statSync(file).size} bytes`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("has a client under 0.5 MB, little of which is loaded at activation", () => {
    const [start, later] = [statSync("dist/extension.js").size, statSync("dist/client.js").size];
    assert.ok(start + later < 500_000, `${start} and ${later} bytes`);
    assert.ok(start < 55_000, `${start} bytes`);
  });

  it("keeps TypeScript's parser out of what is loaded at start", () => {
    assert.ok(statSync("dist/typescript.js").size > 1_000_000);
    assert.ok(statSync("dist/server.js").size < 2_800_000);
  });
});

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

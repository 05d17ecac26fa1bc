import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDiskAtOnce } from "../../src/server/disk.js";

describe("a disk that is read at once", () => {
  const folder = mkdtempSync(join(tmpdir(), "ml-preflight-disk-"));
  after(() => rmSync(folder, { recursive: true }));

  it("reads files, and does not wait for somebody to write to a named pipe", async () => {
    const disk = openDiskAtOnce();
    writeFileSync(join(folder, "train.py"), "import torch\n");
    const text = await disk.read(join(folder, "train.py"));
    assert.equal(Buffer.from(text ?? []).toString(), "import torch\n");
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [join(folder, "pipe.py")]);
    assert.equal((await disk.read(join(folder, "pipe.py")))?.length, 0);
  });
});

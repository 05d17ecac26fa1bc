import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openScanner } from "../../src/server/scan/scanner.js";
import { openSlowNews } from "../../src/server/scan/slow-news.js";

describe("the thread that reads folders", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ml-preflight-scanner-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is started anew for who asks again, when it has died", async () => {
    const script = join(folder, "dies.cjs");
    writeFileSync(
      script,
      'require("node:worker_threads").parentPort.once("message", () => { throw new Error("Gone."); });',
    );
    const problems: string[] = [];
    let died: () => void = () => undefined;
    const scanner = openScanner({ script, onProblem: (problem) => problems.push(problem), onDeath: () => died() });
    for (const round of [1, 2]) {
      const death = new Promise<void>((resolve) => (died = resolve));
      scanner.open("/project", [], true, () => undefined);
      await death;
      assert.equal(problems.length, round);
      assert.match(problems.at(-1) ?? "", /Gone\./);
    }
  });

  it("tells whoever asked about a folder, and the log what failed there", async () => {
    const script = join(folder, "tells.cjs");
    writeFileSync(
      script,
      `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ kind, folder }) => {
  parentPort.postMessage({ folder, problem: kind });
  if (kind === "close") process.exit();
});`,
    );
    const problems: string[] = [];
    const news: string[] = [];
    const ended = new Promise<void>((resolve) => {
      const scanner = openScanner({ script, onProblem: (problem) => problems.push(problem), onDeath: resolve });
      scanner.open("/one", [], true, ({ folder: told }) => {
        news.push(told);
        scanner.close("/two");
      });
    });
    await ended;
    assert.deepEqual(news, ["/one"]);
    assert.deepEqual(problems, ["In /one: open", "In /two: close"]);
  });
});

describe("slow news", () => {
  it("are told once for all that happens within a while, and at once when asked for", async () => {
    let told = 0;
    const first = new Promise<void>((resolve) => {
      const news = openSlowNews(() => {
        told++;
        resolve();
      });
      for (let count = 0; count < 5; count++) news.soon();
    });
    await first;
    assert.equal(told, 1);
    const again = openSlowNews(() => told++);
    again.soon();
    again.now();
    assert.equal(told, 2);
    again.stop();
  });
});

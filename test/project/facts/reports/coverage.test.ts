import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { reportsIn } from "./report-in.js";

const code = { "src/features.py": "x = 1\n", "src/__init__.py": "", "train.py": "y = 2\n", "web/src/App.ts": "" };

function cobertura(source: string, ...classes: readonly string[]): string {
  return `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5"><sources><source>${source}</source></sources>
<packages><package><classes>${classes.join("\n")}</classes></package></packages></coverage>`;
}

describe("reports of coverage", () => {
  it("of Cobertura count the lines of a file once", async () => {
    const first = `<class filename="src/features.py"><methods><method name="a"><lines><line number="2" hits="1"/></lines></method></methods>
      <lines><line number="1" hits="0"/><line number="2" hits="0"/><line number="3" hits="4"/></lines></class>`;
    const again = `<class filename="src/features.py"><lines><line number="4" hits="0"/></lines></class>`;
    const { coverage, unreadable } = await reportsIn(code, { "coverage.xml": cobertura("/ci/app", first, again) });
    assert.deepEqual(coverage, [{ path: "coverage.xml", files: [{ path: "src/features.py", lines: 4, covered: 2 }] }]);
    assert.deepEqual(unreadable, []);
  });

  it("name the project's files, wherever they were measured", async () => {
    const line = `<lines><line number="1" hits="1"/></lines>`;
    const xml = cobertura(
      "C:\\agent\\work\\src",
      `<class filename="features.py">${line}</class>`,
      `<class filename="other/__init__.py">${line}</class>`,
    );
    const lcov =
      "TN:\nSF:/home/ci/build/web/src/App.ts\nDA:1,3\nDA:2,0,hash\nend_of_record\nSF:/usr/lib/x.py\nDA:1,1\nend_of_record\n";
    const { coverage } = await reportsIn(code, { "coverage.xml": xml, "coverage/lcov.info": lcov });
    assert.deepEqual(
      coverage.map(({ files }) => files),
      [
        [
          { path: "web/src/App.ts", lines: 2, covered: 1 },
          { path: "/usr/lib/x.py", lines: 1, covered: 1 },
        ],
        [
          { path: "src/features.py", lines: 1, covered: 1 },
          { path: "other/__init__.py", lines: 1, covered: 1 },
        ],
      ],
    );
  });

  it("lie beside the code of a part of the project too, with names that count from there", async () => {
    const lcov = "SF:src/App.ts\nDA:1,1\nend_of_record\n";
    const { coverage } = await reportsIn({ ...code, "web/index.ts": "" }, { "web/coverage/lcov.info": lcov });
    assert.equal(coverage[0]?.path, "web/coverage/lcov.info");
    assert.equal(coverage[0].files[0]?.path, "web/src/App.ts");
  });

  it("of coverage.py itself tell the lines that ran, not those that could have", async () => {
    const bytes = readFileSync("test/fixtures/reports/coverage.sqlite");
    const { coverage } = await reportsIn({ ...code, "src/model.py": "" }, { ".coverage": bytes });
    assert.deepEqual(coverage[0]?.files, [
      { path: "src/features.py", lines: undefined, covered: 3 },
      { path: "src/model.py", lines: undefined, covered: 2 },
    ]);
  });

  it("are named with the reason when they cannot be read", async () => {
    const { coverage, unreadable } = await reportsIn({
      "lcov.info": "nothing of the kind",
      "coverage.xml": `<coverage generated="1"><project/></coverage>`,
      ".coverage": "!coverage.py: This is a private format\n{}",
    });
    assert.deepEqual(coverage, []);
    assert.deepEqual(unreadable, [
      { path: ".coverage", reason: "it is no database of SQLite" },
      { path: "coverage.xml", reason: "it is no report of Cobertura: it has no packages" },
      { path: "lcov.info", reason: "it is no report of lcov: it names no file" },
    ]);
  });

  it("among the data of tests are none of the project's", async () => {
    const { coverage } = await reportsIn({
      "tests/data/lcov.info": "SF:a.py\nDA:1,1\n",
      "vendor/x/lcov.info": "SF:b\n",
    });
    assert.deepEqual(coverage, []);
  });
});

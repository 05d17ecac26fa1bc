import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import { mainProgram, quietHelper, trainingHelper } from "./cross-file-programs.js";
import { type LspClient, startClient } from "./lsp-client.js";

describe("a finding that rests on another file", () => {
  let client: LspClient;
  let helper: string;
  let main: string;
  beforeEach(async () => {
    client = await startClient();
    helper = client.write("lib/modes.py", trainingHelper);
    client.write("lib/__init__.py", "");
    client.write("main.py", mainProgram);
    main = await client.open("main.py", mainProgram);
  });
  afterEach(() => client.stop());

  it("leads to the place in it, though it is not open", async () => {
    const [finding] = await client.until(main, hasModeFinding);
    assert.deepEqual(finding?.relatedInformation, [
      {
        location: { uri: helper, range: { start: { line: 6, character: 4 }, end: { line: 6, character: 17 } } },
        message: "It was put in train mode here.",
      },
    ]);
  });

  it("goes when that file is changed on the disk, and comes back", async () => {
    await client.until(main, hasModeFinding);
    client.write("lib/modes.py", quietHelper);
    await client.watched([helper, "changed"]);
    await client.until(main, (found) => !hasModeFinding(found));
    client.write("lib/modes.py", trainingHelper);
    await client.watched([helper, "changed"]);
    await client.until(main, hasModeFinding);
  });

  it("follows that file while it is edited, with places of the text that is shown", async () => {
    await client.until(main, hasModeFinding);
    await client.open("lib/modes.py", trainingHelper);
    await client.change(helper, `\n\n${trainingHelper}`);
    await client.until(main, (found) => lineOfRelated(found) === 8);
    await client.change(helper, quietHelper);
    await client.until(main, (found) => !hasModeFinding(found));
    // What was not saved counts no more.
    await client.close(helper);
    await client.until(main, (found) => lineOfRelated(found) === 6);
  });

  it("goes when that file is deleted, and comes with a new one", async () => {
    await client.until(main, hasModeFinding);
    rmSync(join(client.folder, "lib/modes.py"));
    await client.watched([helper, "deleted"]);
    await client.until(main, (found) => lineOfRelated(found) === undefined);
    client.write("lib/modes.py", trainingHelper);
    await client.watched([helper, "created"]);
    await client.until(main, hasModeFinding);
  });

  it("is all that is looked for again: documents that do not see the file are left alone", async () => {
    const other = await client.open("other.py", "import torch\n\nx = torch.zeros(2)\n");
    await client.until(main, hasModeFinding);
    await client.current(other);
    await client.untilLog(/was read as a whole/);
    // The last answer to that is the hover's, which waits for whatever is under way.
    await client.hover(other, 0, 0);
    const before = timesChecked(client, other);
    client.write("lib/modes.py", quietHelper);
    await client.watched([helper, "changed"]);
    await client.until(main, (found) => !hasModeFinding(found));
    await client.hover(other, 0, 0);
    assert.equal(timesChecked(client, other), before);
  });
});

function hasModeFinding(found: readonly Diagnostic[]): boolean {
  return lineOfRelated(found) !== undefined;
}

/** The line, from 0, that the finding about the mode leads to. */
function lineOfRelated(found: readonly Diagnostic[]): number | undefined {
  const finding = found.find(({ code }) => code === "missing-eval-mode");
  return finding?.relatedInformation?.[0]?.location.range.start.line;
}

function timesChecked(client: LspClient, uri: string): number {
  return client.log.filter((line) => line.startsWith(`${uri} version`)).length;
}

import assert from "node:assert/strict";
import { guideViewRequest, type GuideViewParams, type GuideViewResult } from "../../src/protocol.js";
import { htmlOf } from "../../src/report/html.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

describe("pages for a web view", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const view = (params: GuideViewParams): Promise<GuideViewResult> =>
    client.connection.sendRequest(guideViewRequest, params);
  const rulePath = `/rules/${nanRule}.md`;

  it("have the text of the Markdown page, and nothing that runs", async () => {
    const markdown = await client.connection.sendRequest<string>("mlPreflight/guidePage", { path: rulePath });
    const page = await view({ path: rulePath });
    assert.equal(page?.title, nanRule);
    const [text = ""] = markdown.split("\n---\n");
    for (const section of text.split("\n\n## ").slice(1)) {
      assert.ok(page.html.includes(htmlOf(`## ${section.trimEnd()}`, (link) => link)), section);
    }
    assert.doesNotMatch(page.html, /<script| on\w+=|In your code/);
    assert.match(page.style, /--text/);
  });

  it("show the finding at a place, with the code as it is typed", async () => {
    const uri = await client.open("typed.py", nanComparison);
    const near = { uri, position: { line: 4, character: 11 } };
    const first = (await view({ path: rulePath, near }))?.html ?? "";
    assert.match(first, /In your code/);
    assert.match(first, /typed\.py, line 5<\/a>/);
    assert.match(first, /<mark>[^<]*np\.nan<\/mark>/);
    assert.ok(first.indexOf("In your code") < first.indexOf(">Why<"), "above the rule's text");
    await client.change(uri, `# one more line\n${nanComparison}`);
    assert.match((await view({ path: rulePath, near }))?.html ?? "", /typed\.py, line 6<\/a>/);
    await client.change(uri, "x = 1\n");
    assert.doesNotMatch((await view({ path: rulePath, near }))?.html ?? "In your code", /In your code/);
  });

  it("show the nearest of several, and lead to the others", async () => {
    const again = nanComparison.replaceAll(/def \w+/g, "def again");
    const uri = await client.open("two.py", `${nanComparison}\n\n${again}`);
    const lines = `${nanComparison}\n\n${again}`.split("\n");
    const last = lines.findLastIndex((line) => line.includes("np.nan"));
    const html = (await view({ path: rulePath, near: { uri, position: { line: last, character: 0 } } }))?.html ?? "";
    assert.match(html, new RegExp(`two\\.py, line ${last + 1}</a>`));
    assert.match(html, /Also found in this file: <a href="file:[^"]*two\.py#L5,\d+">line 5<\/a>/);
  });

  it("say nothing of code that has no such finding, and there are none without a page", async () => {
    const uri = await client.open("clean.py", "x = 1\n");
    const near = { uri, position: { line: 0, character: 0 } };
    assert.doesNotMatch((await view({ path: rulePath, near }))?.html ?? "In your code", /In your code/);
    assert.doesNotMatch((await view({ path: "/guide/data/splitting.md", near }))?.html ?? "In your", /In your code/);
    assert.equal(await view({ path: "/rules/no-such-rule.md", near }), null);
    const gone = { uri: client.uri("never-opened.py"), position: near.position };
    assert.doesNotMatch((await view({ path: rulePath, near: gone }))?.html ?? "In your code", /In your code/);
  });
});

import assert from "node:assert/strict";
import { openWorkbench, type Workbench } from "./workbench.js";

describe("the packaged extension in a browser", function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed")
      await workbench.screenshot(`failed-${this.currentTest.title.replaceAll(/\W+/g, "-")}`);
  });

  it("underlines the mistakes of a training script", async () => {
    await workbench.open("wingbeat/train.py");
    await workbench.screenshot("train");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.screenshot("train");
    assert.ok((await workbench.page.locator(".squiggly-warning").count()) >= 1);
  });
});

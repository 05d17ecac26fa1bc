import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench.js";

describe("the views of the packaged extension", function () {
  this.timeout(90_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.page.getByRole("tab", { name: "ML Preflight" }).first().click();
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
  });

  /** A row by the beginning of what a screen reader says of it. */
  const row = (spoken: RegExp): Locator => workbench.page.getByRole("treeitem", { name: spoken }).first();

  it("show the stages in order, each with its state in words", async () => {
    await row(/^Fundamentals, stage 1 of 12: 2 readings/).waitFor();
    await row(/^Planning, stage 3 of 12/).waitFor();
    await workbench.screenshot("lifecycle");
  });

  it("count the findings of all files, and count down when one goes", async () => {
    const badge = workbench.page.locator(".activitybar .badge-content", { hasText: /^\d+$/ });
    await row(/^Baselines, stage 5 of 12: 2 findings/).waitFor();
    const before = Number(await badge.first().textContent());
    await workbench.screenshot("lifecycle-findings");
    await workbench.open("scripts/site_quality.py");
    await workbench.page.keyboard.press("Control+Home");
    await workbench.page.keyboard.type("# preflight: ignore-file[no-baseline-evaluated] -- measured elsewhere\n");
    await row(/^Baselines, stage 5 of 12: (?!2 findings)/).waitFor();
    assert.ok(Number(await badge.first().textContent()) < before);
    await workbench.command("File: Revert File");
    await row(/^Baselines, stage 5 of 12: 2 findings/).waitFor();
    await workbench.command("View: Close All Editors");
  });

  it("lead from a finding to its place, in a file that was not open", async () => {
    await row(/^Training, stage 6 of 12: \d findings/).click();
    await row(/^Findings: \d/).click();
    await row(/^(Error|Warning|Hint), .* wingbeat\/train\.py line \d+/).click();
    const position = workbench.page.locator("#status\\.editor\\.selection", { hasText: /^Ln (?!1,)\d+/ });
    await position.waitFor();
    await workbench.command("View: Close All Editors");
    assert.equal(await workbench.page.locator(".notification-toast").count(), 0);
  });

  it("ask for a role, and then show its path with the next reading", async () => {
    const { page } = workbench;
    await page.getByRole("button", { name: "Choose Role" }).first().click();
    await page.locator(".quick-input-widget input").first().fill("leadership");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Product leadership" }).waitFor();
    await page.keyboard.press("Enter");
    await row(/^1\. .*, next\. /).waitFor();
    await row(/^You can stop here/).waitFor();
    await row(/^Optional/).waitFor();
  });

  it("tick off by the keyboard, and take the tick away again", async () => {
    const { page } = workbench;
    await workbench.command("ML Preflight: Focus on Readings View");
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await row(/^1\. .*, read\. /).waitFor();
    await page.keyboard.press("Space");
    await row(/^1\. .*, next\. /).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await row(/^2\. .*, read\. /).waitFor();
    await page.keyboard.press("Space");
    await row(/^2\. .*, unread\. /).waitFor();
  });

  it("keep through a reload what was ticked off", async () => {
    await row(/^1\. .*, next\. /)
      .locator(".custom-view-tree-node-item-checkbox")
      .click();
    await row(/^1\. .*, read\. /).waitFor();
    await row(/^2\. .*, next\. /).waitFor();
    await workbench.reload();
    await row(/^1\. .*, read\. /).waitFor();
    await row(/^2\. .*, next\. /).waitFor();
    await row(/^Fundamentals, stage 1 of 12: 1 of 2 read/).waitFor();
    await workbench.screenshot("readings");
  });

  it("find a word that stands in a table of the guide", async () => {
    const { page } = workbench;
    await workbench.question("ML Preflight: Search Guide");
    await page.locator(".quick-input-widget input[placeholder^='Words of the guide']").fill("adam 3e-4");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Sensible defaults" }).waitFor();
    await workbench.screenshot("search");
    await page.keyboard.press("Escape");
  });
});

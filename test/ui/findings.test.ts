import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { sharedWorkbench, type Workbench } from "./workbench.js";

describe("the packaged extension in a browser", function () {
  this.timeout(90_000);
  const shared = sharedWorkbench();
  let workbench: Workbench;

  beforeEach(() => {
    workbench = shared();
  });

  it("underlines the mistakes of a training script", async () => {
    await workbench.open("wingbeat/train.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.screenshot("findings");
    assert.equal(await workbench.page.locator(".notification-toast").count(), 0);
    assert.equal(await workbench.page.locator(".part.panel:visible").count(), 0);
  });

  it("says on hover what is wrong, why, and what to do, with a link to the rule", async () => {
    await workbench.open("scripts/site_quality.py");
    const hover = await hoverOn("train_test_split(X_scaled");
    await hover.getByText("two scores cannot be compared").first().waitFor();
    const text = await hover.innerText();
    assert.match(text, /sklearn-random-state-missing/);
    assert.match(text, /Pass random_state/);
    await workbench.screenshot("hover");
  });

  it("offers the repair and the ways to turn a rule off", async () => {
    await workbench.open("scripts/site_quality.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.cursorAt("train_test_split(X_scaled");
    await workbench.page
      .locator('.editor-instance .lightBulbWidget, .editor-instance [class*="lightbulb"]')
      .first()
      .waitFor();
    const menu = workbench.page.locator(".action-widget:not(.action-list-submenu-panel)");
    const repair = menu.locator(".action-item, .monaco-list-row").filter({ hasText: "random_state" }).first();
    // A menu that opens while the light bulb is renewed closes again, so it is asked for until it stays.
    for (let stays = false; !stays;) {
      await workbench.page.keyboard.press("Control+.");
      stays = await repair.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    }
    const text = await menu.innerText();
    assert.match(text, /line/i);
    assert.match(text, /file/i);
    await workbench.screenshot("quick-fix");
    await menu.locator(".monaco-list-row").filter({ hasText: "random_state" }).first().click();
    await workbench.line("random_state=").filter({ hasText: "train_test_split(" }).waitFor();
    await workbench.command("File: Revert File");
  });

  it("lists its findings among the problems, under its name", async () => {
    await workbench.open("scripts/site_quality.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.command("Problems: Focus on Problems View");
    const problems = workbench.page.locator(".markers-panel");
    await problems.getByText("sklearn-random-state-missing").first().waitFor();
    assert.match(await problems.innerText(), /ML Preflight/);
    await workbench.screenshot("problems");
    await workbench.page.keyboard.press("Control+J");
    await problems.waitFor({ state: "hidden" });
  });

  it("opens the rule's page, rendered, beside the code", async () => {
    await workbench.open("scripts/site_quality.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.cursorAt("train_test_split(X_scaled");
    await workbench.command("ML Preflight: Explain Finding");
    const page = workbench.webview((text) => /sklearn-random-state-missing/.test(text));
    assert.match(await page, /two scores cannot be compared/);
    await workbench.screenshot("rule-page");
  });

  it("completes its configuration file", async () => {
    await workbench.open(".preflight/config.yaml");
    await workbench.cursorAt("preset: recommended");
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.press("Control+Backspace");
    await workbench.page.keyboard.press("Control+Space");
    const list = workbench.page.locator(".suggest-widget.visible");
    await list.getByText("strict").first().waitFor();
    assert.match(await list.innerText(), /recommended/);
    await workbench.screenshot("configuration");
    await workbench.page.keyboard.press("Escape");
    await workbench.command("File: Revert File");
  });

  it("shows a mistake in its configuration file where it is", async () => {
    await workbench.open(".preflight/config.yaml");
    await workbench.cursorAt("preset: recommended");
    await workbench.page.keyboard.press("Home");
    await workbench.page.keyboard.type("prest: strict\n", { delay: 10 });
    await workbench.page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
    await workbench.screenshot("configuration-mistake");
    await workbench.command("File: Revert File");
  });

  it("tells its state in the language status", async () => {
    await workbench.open("scripts/site_quality.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.page.locator('[id="status.languageStatus"]').click();
    const status = workbench.page.locator(".hover-language-status").filter({ hasText: "finding" }).first();
    await status.waitFor();
    assert.match(await status.innerText(), /\d+ findings?/);
    await workbench.screenshot("language-status");
    await workbench.page.keyboard.press("Escape");
  });

  async function hoverOn(code: string): Promise<Locator> {
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.cursorAt(code);
    await workbench.command("Show or Focus Hover");
    const hover = workbench.page.locator(".monaco-resizable-hover:visible, .monaco-hover:visible").first();
    await hover.getByText("sklearn-random-state-missing").first().waitFor();
    return hover;
  }
});

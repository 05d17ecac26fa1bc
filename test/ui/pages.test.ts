import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench.js";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** Of the copy of the sample project that the editor shows. */
const settings = join(process.env["UI_WORKSPACE"] ?? "", ".vscode/settings.json");

describe("the pages of the packaged extension", function () {
  this.timeout(120_000);
  let workbench: Workbench;

  beforeEach(async () => {
    workbench = await openWorkbench();
    await workbench.open("scripts/site_quality.py");
    await workbench.page.locator(".squiggly-warning").first().waitFor();
    await workbench.cursorAt("train_test_split(X_scaled");
    await workbench.command("ML Preflight: Explain Finding");
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    await workbench.close();
    rmSync(settings, { force: true });
  });

  /** The document of the page whose heading is this title, as soon as it is shown. */
  const shown = async (title: string): Promise<Frame> => {
    // A test that has run out of time leaves nothing behind that goes on looking.
    while (!workbench.page.isClosed()) {
      for (const frame of workbench.page.frames().slice(1)) {
        // A frame may go while it is read; another round looks at those that are there then.
        const headings = await frame
          .locator("h1")
          .allInnerTexts()
          .catch((): string[] => []);
        if (headings.includes(title)) return frame;
      }
      await workbench.page.waitForEvent("framenavigated", { timeout: 100 }).catch(() => undefined);
    }
    throw new Error(`The window was closed before a page showed "${title}".`);
  };

  const faults = async (frame: Frame): Promise<readonly string[]> => {
    await frame.evaluate(axe);
    const { violations, passes } = await frame.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
    assert.ok(passes.length > 10);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  };

  it("show the finding in its code, and lead back to it", async () => {
    const { page } = workbench;
    const rule = await shown("sklearn-random-state-missing");
    const code = rule.locator("section.finding");
    assert.match(await code.innerText(), /26 +X_train, X_test/);
    assert.match(await code.locator("mark").innerText(), /^train_test_split/);
    await workbench.screenshot("page of a rule");
    await page.keyboard.press("Control+Home");
    await code.getByRole("link", { name: "scripts/site_quality.py, line 26" }).click();
    await page.locator("#status\\.editor\\.selection", { hasText: /^Ln 26,/ }).waitFor();
    assert.equal(await page.locator(".tab", { hasText: "site_quality.py" }).count(), 1);
  });

  it("follow the code while it is changed", async () => {
    const { page } = workbench;
    const rule = await shown("sklearn-random-state-missing");
    await workbench.cursorAt("import numpy as np");
    await page.keyboard.press("Home");
    await page.keyboard.type("# a line more\n");
    await rule.getByRole("link", { name: "scripts/site_quality.py, line 27" }).waitFor();
    await workbench.command("File: Revert File");
    await rule.getByRole("link", { name: "scripts/site_quality.py, line 26" }).waitFor();
  });

  it("lead from the finding to its topic, reading, item and snippet, and the keyboard leads back", async () => {
    const { page } = workbench;
    const rule = await shown("sklearn-random-state-missing");
    await rule.getByRole("link", { name: "Data: Splitting, Reproducible splits" }).click();
    const topic = await shown("Splitting");
    await topic.locator("#reproducible-splits:focus").waitFor();
    await topic.locator("#reproducible-splits ~ ul a[href*='readings/']").first().click();
    const reading = await shown("CS 329S lecture 3: training data (slides)");
    await reading.getByRole("link", { name: "PLAN-02" }).click();
    const item = await shown("PLAN-02");
    await item.getByRole("link", { name: "One number from several metrics" }).click();
    await shown("One number from several metrics");
    assert.equal(await page.locator(".tab").count(), 2);
    for (const title of ["PLAN-02", "CS 329S lecture 3: training data (slides)", "Splitting"]) {
      await page.keyboard.press("Alt+ArrowLeft");
      await shown(title);
    }
  });

  it("lead on to the next rule with the keyboard alone", async () => {
    const rule = await shown("sklearn-random-state-missing");
    const next = rule.locator("a[rel=next], a[rel=prev]").first();
    const title = (await next.innerText()).replace(/^.*: | →$/g, "");
    await next.focus();
    await workbench.page.keyboard.press("Enter");
    await shown(title);
  });

  for (const theme of ["light", "dark"]) {
    it(`have no fault that axe knows of, in the ${theme} theme`, async () => {
      const rule = await shown("sklearn-random-state-missing");
      if (theme === "dark") {
        await workbench.command("Preferences: Toggle between Light/Dark Themes");
        await rule.locator("body.vscode-dark").waitFor();
      }
      assert.deepEqual(await faults(rule), []);
      await workbench.screenshot(`page ${theme}`);
    });
  }

  for (const [theme, mark, kinds] of [
    ["Default High Contrast", "vscode-high-contrast", "every kind"],
    ["Default High Contrast Light", "vscode-high-contrast-light", "two kinds"],
  ] as const) {
    it(`of ${kinds} have no fault that axe knows of, in ${theme}`, async () => {
      mkdirSync(dirname(settings), { recursive: true });
      writeFileSync(settings, JSON.stringify({ "workbench.colorTheme": theme }));
      let page = await shown("sklearn-random-state-missing");
      await page.locator(`body.${mark}`).waitFor();
      const found: Record<string, readonly string[]> = { rule: await faults(page) };
      const others = [
        ["Data: Splitting, Reproducible splits", "Splitting"],
        ["Guide", "Guide"],
        ["Roles", "What to read for each role"],
        ["ML engineer", "ML engineer"],
        ["Goals", "Learning goals"],
        ["LG-1.1", "LG-1.1"],
        ["Checklist", "Questions of the checklist"],
        ["DATA-01", "DATA-01"],
        ["Tools", "Tools"],
        ["Rules", "Rules"],
      ] as const;
      for (const [link, title] of kinds === "every kind" ? others : others.slice(0, 1)) {
        await page.getByRole("link", { name: link, exact: true }).first().click();
        page = await shown(title);
        found[title] = await faults(page);
      }
      await workbench.screenshot(`page ${theme}`);
      assert.deepEqual(Object.values(found).flat(), []);
    });
  }
});

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { panelFrame } from "./checklist-frame.js";
import { sharedWorkbench, type Workbench } from "./workbench.js";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** Of the copy of the sample project that the editor shows. */
const workspace = process.env["UI_WORKSPACE"] ?? "";
const settings = join(workspace, ".vscode/settings.json");
const signOffs = join(workspace, ".preflight/attestations.yaml");

describe("the checklist's panel of the packaged extension", function () {
  this.timeout(120_000);
  const shared = sharedWorkbench();
  let workbench: Workbench;

  beforeEach(() => {
    workbench = shared();
  });

  afterEach(() => {
    rmSync(settings, { force: true });
    rmSync(signOffs, { force: true });
  });

  const run = async (): Promise<Frame> => {
    await workbench.command("ML Preflight: Run Readiness Checklist");
    return panelFrame(workbench);
  };
  const item = (frame: Frame, id: string) => frame.locator(`.item[data-item="${id}"]`);

  it("shows the numbers, filters, and opens evidence where it stands", async () => {
    const frame = await run();
    await workbench.screenshot("checklist");
    await frame.getByText("Open human questions").waitFor();
    await frame.getByLabel("Words").fill("seed");
    await frame.locator("#count", { hasText: /^\d+ of 70 questions$/ }).waitFor();
    assert.ok((await frame.locator(".item:not([hidden])").count()) < 70);
    await frame.getByRole("button", { name: "Show all" }).click();
    await frame.locator("#count", { hasText: "All 70 questions" }).waitFor();
    await frame.getByRole("checkbox", { name: /^Needs a human/ }).check();
    assert.equal(await frame.locator('.item:not([hidden]):not([data-verdict="human"])').count(), 0);
    await workbench.screenshot("checklist filtered");
    await frame.getByRole("button", { name: "Show all" }).click();

    const proven = frame.locator(".item", { has: frame.locator('.body a[href^="file:"]') }).first();
    await proven.locator("summary").click();
    const link = proven.locator('.body a[href^="file:"]').first();
    const [, path = "", line = ""] = /^(.*?)(?:, cell \d+)?:(\d+)$/.exec(await link.innerText()) ?? [];
    await workbench.screenshot("checklist evidence");
    await link.click();
    await workbench.page.locator(".tab.active", { hasText: path.split("/").at(-1) ?? "" }).waitFor();
    await workbench.page.locator("#status\\.editor\\.selection", { hasText: new RegExp(`^Ln ${line},`) }).waitFor();
  });

  it("takes a sign-off, by the keyboard alone, and is as it was left after the window was reloaded", async () => {
    const { page } = workbench;
    let frame = await run();
    await frame.getByRole("combobox", { name: "Stage" }).selectOption("planning");
    await item(frame, "PLAN-03").locator("summary").focus();
    await page.keyboard.press("Enter");
    await frame.getByRole("button", { name: "Answer PLAN-03 …" }).focus();
    await page.keyboard.press("Enter");
    await item(frame, "PLAN-03").getByRole("radio", { name: "It holds" }).focus();
    await item(frame, "PLAN-03").getByLabel("Name").fill("");
    await page.keyboard.press("Enter");
    await item(frame, "PLAN-03").getByText("takes the name of who gives it").waitFor();
    await workbench.screenshot("checklist form");
    await page.keyboard.type("Ada Lovelace");
    await item(frame, "PLAN-03").getByLabel("Note").fill("Read in the review.");
    await item(frame, "PLAN-03").getByRole("button", { name: "Sign off", exact: true }).focus();
    await page.keyboard.press("Enter");
    await frame.locator('.item[data-item="PLAN-03"][data-verdict="attested"]').waitFor();
    assert.match(readFileSync(signOffs, "utf8"), /who: Ada Lovelace[^]*note: Read in the review\./);
    await item(frame, "PLAN-03").getByText("Ada Lovelace said that it holds").waitFor();
    await workbench.screenshot("checklist signed");

    await workbench.reload();
    frame = await panelFrame(workbench);
    await frame.locator('.item[data-item="PLAN-03"][data-verdict="attested"][open]').waitFor();
    assert.equal(await frame.getByRole("combobox", { name: "Stage" }).inputValue(), "planning");
    assert.equal(await frame.locator('.item:not([hidden]):not([data-stage="planning"])').count(), 0);
    await workbench.screenshot("checklist restored");
  });

  it("shows its verdicts in the lifecycle view, whose rows lead to the item", async () => {
    const { page } = workbench;
    const frame = await run();
    await page.getByRole("tab", { name: "ML Preflight" }).first().click();
    const row = (name: RegExp) => page.getByRole("treeitem", { name });
    await row(/^Readiness: not ready, ML Test Score 0/).waitFor();
    await row(/^Planning, stage/).click();
    await row(/^Checklist: \d of \d pass/).click();
    await workbench.screenshot("checklist in the lifecycle view");
    await row(/^waits for a person, PLAN-03/).click();
    await frame.locator('.item[data-item="PLAN-03"][open] summary:focus').waitFor();
  });

  for (const [theme, mark] of [
    ["Default Light Modern", "vscode-light"],
    ["Default Dark Modern", "vscode-dark"],
    ["Default High Contrast", "vscode-high-contrast"],
    ["Default High Contrast Light", "vscode-high-contrast-light"],
  ] as const) {
    it(`has no fault that axe knows of, in ${theme}`, async () => {
      mkdirSync(dirname(settings), { recursive: true });
      writeFileSync(settings, JSON.stringify({ "workbench.colorTheme": theme }));
      const frame = await run();
      await frame.locator(`body.${mark}`).waitFor();
      await item(frame, "PLAN-03").locator("summary").click();
      await frame.getByRole("button", { name: "Answer PLAN-03 …" }).click();
      await frame
        .locator(".item", { has: frame.locator('.body a[href^="file:"]') })
        .first()
        .locator("summary")
        .click();
      await frame.evaluate(axe);
      const { violations, passes } = await frame.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
      await workbench.screenshot(`checklist ${theme}`);
      assert.ok(passes.length > 10);
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        [],
      );
    });
  }
});

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench.js";

const { UI_WORKSPACE = "" } = process.env;
const file = join(UI_WORKSPACE, "explore.ipynb");

const cells = [
  { cell_type: "markdown", metadata: {}, source: "# Which recordings lack a temperature?" },
  ...["import numpy as np\nimport pandas as pd", 'recordings = pd.read_csv("data/recordings.csv")', ""].map(
    (source) => ({
      ...{ cell_type: "code", metadata: {}, execution_count: null, outputs: [], source },
    }),
  ),
];
const metadata = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" } };

describe("a notebook in a browser", function () {
  this.timeout(90_000);
  let workbench: Workbench;

  before(async () => {
    writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }));
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.close();
    rmSync(file);
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
  });

  it("underlines a mistake while it is typed into a cell, which knows the cells above", async () => {
    const { page } = workbench;
    await workbench.openOther("explore.ipynb");
    await lastCell().locator(".monaco-editor").click();
    await page.keyboard.type('missing = recordings["temperature"] == np.nan', { delay: 20 });
    await lastCell().locator(".squiggly-warning").first().waitFor();
    assert.equal(await page.locator(".notebookOverlay .squiggly-warning").count(), 1);
    assert.equal(await page.locator(".notification-toast").count(), 0);
    await workbench.screenshot("notebook");
  });

  it("repairs it in the cell", async () => {
    const { page } = workbench;
    const menu = page.locator(".action-widget:not(.action-list-submenu-panel)");
    const repair = menu.locator(".monaco-list-row").filter({ hasText: "Replace by" }).first();
    await page.keyboard.press("ArrowLeft");
    // A menu that opens while the light bulb is renewed closes again, so it is asked for until it stays.
    for (let stays = false; !stays;) {
      await page.keyboard.press("Control+.");
      stays = await repair.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    }
    await workbench.screenshot("notebook-quick-fix");
    await repair.click();
    await lastCell().locator(".view-line", { hasText: "isna" }).waitFor();
    await lastCell().locator(".squiggly-warning").first().waitFor({ state: "detached" });
  });

  /** The cell that is typed into: rows of a list need not stand in the document as they are shown. */
  function lastCell(): Locator {
    const rows = workbench.page.locator(".notebookOverlay .code-cell-row");
    return rows.filter({ has: workbench.page.locator(".monaco-editor"), hasNotText: /import|read_csv/ }).first();
  }
});

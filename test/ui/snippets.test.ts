import type { Locator } from "playwright-core";
import { sharedWorkbench, type Workbench } from "./workbench.js";

describe("snippets in a browser", function () {
  this.timeout(90_000);
  const shared = sharedWorkbench();
  let workbench: Workbench;

  beforeEach(() => {
    workbench = shared();
  });

  it("are suggested with what they are for", async () => {
    const { page } = workbench;
    await workbench.open("wingbeat/predict.py");
    await workbench.cursorAt("import");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\npf-eval", { delay: 20 });
    const row = page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "pf-eval" });
    await appears(row, "Control+Space");
    // What it is for stands beside the list, once it is asked for.
    const details = page.locator(".suggest-details-container:visible", { hasText: "Guide: " });
    await appears(details.filter({ hasText: "def evaluate" }), "Control+Space");
    await workbench.screenshot("snippet-completion");
    await page.keyboard.press("Enter");
    await workbench.line("def evaluate(").waitFor();
    await workbench.command("File: Revert File");
  });

  it("are offered by the quick fixes of a finding, and put in near it", async () => {
    const { page } = workbench;
    await openAt("model(clips).argmax");
    await page.locator(".squiggly-warning").first().waitFor();
    const row = await menuRow("(pf-eval)");
    await workbench.screenshot("snippet-quick-fix");
    await row.click();
    await workbench.line("def evaluate(").waitFor();
    await workbench.screenshot("snippet-inserted");
    await workbench.command("File: Revert File");
  });

  it("surround what is selected", async () => {
    const { page } = workbench;
    await openAt("model(clips).argmax");
    await page.locator(".squiggly-warning").first().waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    const row = await menuRow("Surround with `");
    await workbench.screenshot("surround-with");
    await row.click();
    await workbench.line("model.eval()").waitFor();
    await workbench.command("File: Revert File");
  });

  /** An editor opens where it was left, which is not where the cursor can be put from. */
  async function openAt(text: string): Promise<void> {
    await workbench.open("wingbeat/train.py");
    await workbench.page.keyboard.press("Control+Home");
    await workbench.line("Trains the network").waitFor();
    await workbench.cursorAt(text);
  }

  /** Waits for what a key shows; on a busy machine the key is pressed again. */
  async function appears(what: Locator, key: string): Promise<void> {
    const isThere = (): Promise<boolean> =>
      what.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    while (!(await isThere())) await workbench.page.keyboard.press(key);
  }

  /** A row of the menu of code actions. */
  async function menuRow(text: string): Promise<Locator> {
    const menu = workbench.page.locator(".action-widget:not(.action-list-submenu-panel)");
    const row = menu.locator(".monaco-list-row").filter({ hasText: text }).first();
    // A menu that opens while the light bulb is renewed closes again, so it is asked for until it stays.
    await workbench.page.keyboard.press("Control+.");
    await appears(row, "Control+.");
    return row;
  }
});

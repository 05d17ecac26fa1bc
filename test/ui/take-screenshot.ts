import { openWorkbench } from "./workbench.js";

/** The picture of the README: a training script, its problems, and one of them explained. */
async function main(): Promise<void> {
  const workbench = await openWorkbench({ width: 1280, height: 800 });
  try {
    const { page } = workbench;
    await workbench.open("wingbeat/train.py");
    await page.locator(".squiggly-warning").first().waitFor();
    await workbench.command("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("missing-eval-mode").first().waitFor();
    await workbench.cursorAt("model(clips).argmax");
    await workbench.command("Show or Focus Hover");
    await page.locator(".monaco-hover:visible").getByText("missing-eval-mode").last().waitFor();
    await page.locator(".monaco-hover:visible blockquote").first().waitFor();
    await workbench.screenshot("screenshot");
  } finally {
    await workbench.close();
  }
}

void main();

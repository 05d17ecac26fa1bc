import { openWorkbench } from "./workbench.js";

/** The picture of the README: a training script, its problems, and the page that explains one of them. */
async function main(): Promise<void> {
  const workbench = await openWorkbench({ width: 1280, height: 900 });
  try {
    const { page } = workbench;
    await workbench.open("wingbeat/train.py");
    await page.locator(".squiggly-warning").first().waitFor();
    await workbench.command("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("missing-eval-mode").first().waitFor();
    await workbench.cursorAt("model(clips).argmax");
    await workbench.command("ML Preflight: Explain Finding");
    await workbench.webview((text) => text.includes("In your code"));
    await workbench.command("View: Toggle Primary Side Bar Visibility");
    await page.locator(".part.sidebar").waitFor({ state: "hidden" });
    await workbench.screenshot("screenshot");
  } finally {
    await workbench.close();
  }
}

void main();

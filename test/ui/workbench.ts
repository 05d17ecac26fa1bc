import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { join } from "node:path";

/** What `scripts/test.mjs` prepared: a server with the packaged extension in it, a copy of the sample project, a browser. */
const { UI_ADDRESS = "", UI_WORKSPACE = "", UI_CHROMIUM = "", UI_ARTIFACTS = "artifacts" } = process.env;

/** A VS Code window, by what a person does in it. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the sample project by its path in it. */
  open(path: string): Promise<void>;
  /** Runs a command by its title. */
  command(title: string): Promise<void>;
  /** The stretch of the line that shows this text in the editor. */
  line(text: string): Locator;
  /** Puts the cursor at a line, from 1. */
  goToLine(line: number, column?: number): Promise<void>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkbench(): Promise<Workbench> {
  const browser: Browser = await chromium.launch({
    executablePath: UI_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  await page.goto(`${UI_ADDRESS}?folder=${encodeURI(UI_WORKSPACE)}`);
  await page.locator(".monaco-workbench .explorer-folders-view").waitFor();

  const quickInput = page.locator(".quick-input-widget input");
  const choose = async (text: string): Promise<void> => {
    await quickInput.waitFor();
    await quickInput.fill(text);
    await page.locator(".quick-input-list .monaco-list-row.focused").first().waitFor();
    await quickInput.press("Enter");
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  };
  const command = async (title: string): Promise<void> => {
    await page.keyboard.press("Control+Shift+P");
    await choose(`>${title}`);
  };

  return {
    page,
    command,
    open: async (path) => {
      await page.keyboard.press("Control+P");
      await choose(path);
      const name = path.split("/").at(-1) ?? path;
      await page.locator(".tab.active", { hasText: name }).first().waitFor();
      await page.locator(".editor-instance .view-lines .view-line").first().waitFor();
    },
    line: (text) => page.locator(".editor-instance .view-line", { hasText: text }).first(),
    goToLine: async (line, column = 1) => {
      await page.keyboard.press("Control+G");
      await quickInput.waitFor();
      await quickInput.fill(`:${line}:${column}`);
      await quickInput.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },
    screenshot: async (name) => {
      await page.screenshot({ path: join(UI_ARTIFACTS, `${name}.png`) });
    },
    close: () => browser.close(),
  };
}

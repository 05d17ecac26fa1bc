import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { join } from "node:path";

/** What `scripts/test.mjs` prepared: a server with the packaged extension in it, a copy of the sample project, a browser. */
const { UI_ADDRESS = "", UI_WORKSPACE = "", UI_CHROMIUM = "", UI_ARTIFACTS = "artifacts" } = process.env;

/** A VS Code window, by what a person does in it. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the sample project by its path in it. */
  open(path: string): Promise<void>;
  /** The same for a file that another editor than that of text shows. */
  openOther(path: string): Promise<void>;
  /** Runs a command by its title. */
  command(title: string): Promise<void>;
  /** Runs a command that asks something in the same place. */
  question(title: string): Promise<void>;
  /** The stretch of the line that shows this text in the editor. */
  line(text: string): Locator;
  /** Puts the cursor at the first place of the file where this text stands. */
  cursorAt(text: string): Promise<void>;
  /** The text of the web view, which is another document, that the condition holds for. */
  webview(isWanted: (text: string) => boolean): Promise<string>;
  /** Reloads the window in the editor's own way: a browser's reload does not wait until everything is kept. */
  reload(): Promise<void>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkbench(viewport = { width: 1440, height: 900 }): Promise<Workbench> {
  const browser: Browser = await chromium.launch({
    executablePath: UI_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(40_000);
  await page.goto(`${UI_ADDRESS}?folder=${encodeURI(UI_WORKSPACE)}`);
  await page.locator(".monaco-workbench .explorer-folders-view").waitFor();

  const quickInput = page.locator(".quick-input-widget input");
  const pick = async (text: string, row: string): Promise<void> => {
    await quickInput.waitFor();
    await quickInput.fill(text);
    // The rows of the text before this one may still be there.
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: row }).first().waitFor();
    await quickInput.press("Enter");
  };
  const choose = async (text: string, row: string): Promise<void> => {
    await pick(text, row);
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  };
  const command = async (title: string): Promise<void> => {
    await page.keyboard.press("Control+Shift+P");
    await choose(`>${title}`, title);
  };
  const question = async (title: string): Promise<void> => {
    await page.keyboard.press("Control+Shift+P");
    await pick(`>${title}`, title);
  };

  const openOther = async (path: string): Promise<void> => {
    await page.keyboard.press("Control+P");
    const name = path.split("/").at(-1) ?? path;
    await choose(path, name);
    await page.locator(".tab.active", { hasText: name }).first().waitFor();
  };

  return {
    page,
    openOther,
    command,
    question,
    open: async (path) => {
      await openOther(path);
      await page.locator(".editor-instance .view-lines .view-line").first().waitFor();
    },
    line: (text) => page.locator(".editor-instance .view-line", { hasText: text }).first(),
    cursorAt: async (text) => {
      await page
        .locator(".editor-instance .view-lines")
        .first()
        .click({ position: { x: 5, y: 5 } });
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Control+F");
      const find = page.locator(".find-widget.visible .find-part textarea").first();
      await find.fill(text);
      await find.press("Enter");
      await page.locator(".find-widget.visible .matchesCount", { hasText: /^[1-9]/ }).waitFor();
      await find.press("Escape");
      await page.keyboard.press("ArrowLeft");
    },
    webview: (isWanted) => webviewText(page, isWanted),
    reload: async () => {
      const reloaded = page.waitForEvent("load", { timeout: 40_000 });
      await command("Developer: Reload Window");
      await reloaded;
    },
    screenshot: async (name) => {
      await page.screenshot({ path: join(UI_ARTIFACTS, `${name.replaceAll(/\W+/g, "-")}.png`) });
    },
    close: () => browser.close(),
  };
}

/**
 * One window for all tests of a suite: to open one takes longer than most tests. Each test begins without editors, and
 * one that failed leaves its disorder, of which a picture is kept, to nobody.
 */
export function sharedWorkbench(): () => Workbench {
  let shared: Workbench | undefined;
  const current = (): Workbench => {
    if (shared === undefined) throw new Error("The window is open as long as the tests of its suite run.");
    return shared;
  };
  before(async () => {
    shared = await openWorkbench();
    // From then on the palette knows our commands.
    await shared.page.getByRole("tab", { name: "ML Preflight" }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await current().screenshot(`failed ${this.currentTest.title}`);
      await current().close();
      shared = await openWorkbench();
      return;
    }
    // Whatever menu is open would take the keys.
    await current().page.keyboard.press("Escape");
    await current().page.keyboard.press("Escape");
    await current().command("View: Close All Editors");
  });
  after(() => shared?.close());
  return current;
}

async function webviewText(page: Page, isWanted: (text: string) => boolean): Promise<string> {
  const read = async (): Promise<string | undefined> => {
    for (const frame of page.frames().slice(1)) {
      const text = await frame
        .locator("body")
        .innerText({ timeout: 1_000 })
        // A frame may go while it is read; another round looks at those that are there then.
        .catch(() => "");
      if (isWanted(text)) return text;
    }
    return undefined;
  };
  for (;;) {
    const text = await read();
    if (text !== undefined) return text;
    await page.waitForEvent("framenavigated", { timeout: 1_000 }).catch(() => undefined);
  }
}

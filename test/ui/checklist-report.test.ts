import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { checklistHtml } from "../../src/report/checklist/html.js";
import { makeReport } from "../report/checklist/make-report.js";

const axe = createRequire(__filename).resolve("axe-core/axe.min.js");

describe("the report of the checklist in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;
  let address: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ml-preflight-report-"));
    await writeFile(join(folder, "report.html"), checklistHtml(await makeReport()));
    address = pathToFileURL(join(folder, "report.html")).href;
    browser = await chromium.launch({
      ...(process.env.UI_CHROMIUM === undefined ? {} : { executablePath: process.env.UI_CHROMIUM }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage(options);
    await page.goto(address);
    return page;
  };

  for (const [colorScheme, width] of [
    ["light", 1200],
    ["dark", 320],
  ] as const) {
    it(`has no fault that axe knows of when it is ${colorScheme} and ${width} pixels wide`, async () => {
      // The page's own policy lets no script in, that of the test included.
      const page = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.addScriptTag({ path: axe });
      const { violations, passes } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
      assert.ok(passes.length > 10, "axe looked at it");
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        [],
      );
      const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(overflow <= 0, `it is ${overflow} pixels too wide`);
      await page.close();
    });
  }

  it("asks for nothing, and nothing in it runs", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", () => asked.push("a dialog"));
    await page.goto(address);
    assert.deepEqual(asked, [address]);
    assert.equal(await page.locator("script").count(), 0);
    await page.close();
  });

  it("is walked with the keyboard: past the head, and into an item", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").innerText(), "Skip to the report");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate<string>("document.activeElement.tagName"), "MAIN");
    const item = page.locator("#DATA-02");
    await item.locator("summary").focus();
    await page.keyboard.press("Enter");
    await item.getByText("A stage that validates.").waitFor({ state: "visible" });
    await page.close();
  });

  it("says the numbers of its charts to those who cannot see them", async () => {
    const page = await open();
    const chart = page.getByRole("img", { name: "Score of each stage" });
    assert.match((await chart.locator("desc").textContent()) ?? "", /^Planning: \d+ %(?:, too low)?; Data: /);
    await page.close();
  });
});

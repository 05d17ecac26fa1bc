import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { builtInGuide } from "../../src/guide/guide.js";
import { site } from "../../src/report/site.js";
import { rules } from "../../src/rules/index.js";

const axe = createRequire(__filename).resolve("axe-core/axe.min.js");
const files = site(rules, builtInGuide());
const names = [...files.keys()].filter((name) => name.endsWith(".html"));
/** One of each kind, for what need not be seen on every page. */
const samples = [
  ...["index.html", "rules/index.html", "rules/missing-eval-mode.html", "guide/training/debugging.html"],
  ...["guide/readings/R-001-s5c.html", "guide/paths/ml-engineer.html", "guide/goals/LG-1.1.html"],
  ...["guide/items/TRAIN-06.html", "guide/tools.html", "guide/checklist.html"],
];

describe("the site of guide and rules in a browser", function () {
  this.timeout(300_000);
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ml-preflight-site-"));
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    browser = await chromium.launch({
      ...(process.env.UI_CHROMIUM === undefined ? {} : { executablePath: process.env.UI_CHROMIUM }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (page: Page, name: string): Promise<void> => {
    await page.goto(pathToFileURL(join(folder, name)).href);
  };

  const faults = async (page: Page, name: string): Promise<readonly string[]> => {
    const { violations, passes } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
    assert.ok(passes.length > 10, `axe looked at ${name}`);
    return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  };

  it("has no fault that axe knows of, on any page", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await open(page, "index.html");
    await page.addScriptTag({ path: axe });
    const found: string[] = [];
    for (const name of names) {
      // Put into the document that has axe: to load both for each of hundreds of pages takes minutes.
      const html = (files.get(name) ?? "").replace(/<link [^>]*>/, `<style>${files.get("style.css") ?? ""}</style>`);
      const shown = `new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html").documentElement`;
      await page.evaluate(`document.replaceChild(document.adoptNode(${shown}), document.documentElement) && undefined`);
      found.push(...(await faults(page, name)));
    }
    assert.deepEqual(found, []);
    await page.close();
  });

  it("has none in the dark, nor on a narrow screen", async () => {
    const page = await browser.newPage({ colorScheme: "dark", viewport: { width: 320, height: 640 } });
    const found: string[] = [];
    for (const name of samples) {
      await open(page, name);
      await page.addScriptTag({ path: axe });
      found.push(...(await faults(page, name)));
      const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
    }
    assert.deepEqual(found, []);
    await page.close();
  });

  it("asks nothing of the network, and works without scripts", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const name of samples) await open(page, name);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(pathToFileURL(folder).href)),
      [],
    );
    await page.close();
  });

  it("is walked with the keyboard: past the head, and on to the next page", async () => {
    const page = await browser.newPage();
    await open(page, "rules/missing-eval-mode.html");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").innerText(), "Skip to the text");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate<string>("document.activeElement.tagName"), "MAIN");
    const next = page.locator("a[rel=next]");
    const title = (await next.innerText()).replace(/^Next: (.*) →$/, "$1");
    await next.focus();
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: title }).waitFor();
    await page.close();
  });
});

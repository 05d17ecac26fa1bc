import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Frame } from "playwright-core";
import { runCli } from "../cli/run-cli.js";
import { panelFrame } from "./checklist-frame.js";
import { openWorkbench, type Workbench } from "./workbench.js";

/** Of the copy of the sample project that the editor shows. */
const workspace = process.env["UI_WORKSPACE"] ?? "";
const inWorkspace = (path: string): string => join(workspace, path);
const signOffs = inWorkspace(".preflight/attestations.yaml");
const exports = [
  ["Markdown", "markdown", "readiness.md"],
  ["HTML", "html", "readiness.html"],
  ["JSON", "json", "readiness.json"],
] as const;

describe("what the checklist's panel of the packaged extension gives", function () {
  this.timeout(180_000);
  let workbench: Workbench;

  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", workspace, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], {
      encoding: "utf8",
    });
  const run = async (): Promise<Frame> => {
    await workbench.page.getByRole("tab", { name: "ML Preflight" }).waitFor();
    await workbench.command("ML Preflight: Run Readiness Checklist");
    return panelFrame(workbench);
  };

  beforeEach(() => {
    git("init", "--quiet", "--initial-branch", "main");
    git("add", "--all");
    git("commit", "--quiet", "--message", "All of it");
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    await workbench.close();
    for (const path of [signOffs, inWorkspace(".git"), ...exports.map(([, , name]) => inWorkspace(name))])
      rmSync(path, { recursive: true, force: true });
  });

  it("says on demand what changed since the base branch, and leads to the items", async () => {
    mkdirSync(dirname(signOffs), { recursive: true });
    writeFileSync(
      signOffs,
      "attestations:\n  - { item: PLAN-03, verdict: pass, who: Ada, date: 2001-01-01, expires: 9000-01-01 }\n",
    );
    workbench = await openWorkbench();
    const frame = await run();
    const section = frame.getByRole("region", { name: "Since the branch point of main" });
    await section.getByRole("button", { name: "Compare with main" }).click();
    await section.getByRole("heading", { name: "Better" }).waitFor();
    await section.scrollIntoViewIfNeeded();
    await workbench.screenshot("checklist since the base branch");
    await section.getByRole("link", { name: "PLAN-03" }).click();
    await frame.locator('.item[data-item="PLAN-03"][open] summary:focus').waitFor();
  });

  it("is written where the editor's dialog says, as the command line writes it", async () => {
    workbench = await openWorkbench();
    const frame = await run();
    const { page } = workbench;
    for (const [words, format, name] of exports) {
      await frame.getByRole("button", { name: `Export ${words}` }).click();
      const place = page.locator(".quick-input-widget input[type=text]");
      await place.waitFor();
      await page.waitForFunction(
        `document.querySelector(".quick-input-widget input[type=text]").value.endsWith(${JSON.stringify(name)})`,
      );
      assert.equal(await place.inputValue(), inWorkspace(name));
      await workbench.screenshot(`checklist export ${format}`);
      await place.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      await frame.locator("#said", { hasText: "The report was saved." }).waitFor();
      const { stdout } = await runCli(["checklist", ".", "--format", format], { cwd: workspace });
      assert.ok(stdout.length > 1_000);
      assert.equal(withoutDay(readFileSync(inWorkspace(name), "utf8")), withoutDay(stdout));
      rmSync(inWorkspace(name));
    }
  });
});

/** Midnight may come between the two. */
function withoutDay(text: string): string {
  return text.replaceAll(/\b20\d\d-\d\d-\d\d\b/g, "DAY");
}

// @ts-check
/** `node scripts/screenshot.mjs`: takes the README's picture, media/screenshot.png, from the extension as it is now. */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { must } from "./lib/process.mjs";

await ensureInstalled();
await must(process.execPath, ["scripts/build.mjs"]);
await must(process.execPath, ["scripts/build.mjs", "--tests"]);
const { withSampleInBrowser } = await import("./lib/sample-in-browser.mjs");
await withSampleInBrowser(
  "artifacts",
  (env) => must(process.execPath, ["out/test/ui/take-screenshot.js"], { env }),
  // Room for the code.
  { "editor.minimap.enabled": false, "editor.stickyScroll.enabled": false },
);
await copyFile(join("artifacts", "screenshot.png"), join("media", "screenshot.png"));

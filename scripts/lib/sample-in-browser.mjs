// @ts-check
/** The packaged extension and a copy of the sample project in a VS Code server, for what drives a browser over it. */
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { releases, startCodeServer } from "./code-server.mjs";
import { packageVsix } from "./package-vsix.mjs";
import { copySample } from "./sample.mjs";

/**
 * @template T
 * @param {string} artifacts where screenshots and the package are kept; those of an earlier run are removed
 * @param {(env: Record<string, string>) => Promise<T>} action what `test/ui/workbench.ts` wants in its environment
 * @param {Record<string, unknown>} [settings] of the user
 * @returns {Promise<T>}
 */
export async function withSampleInBrowser(artifacts, action, settings = {}) {
  await mkdir(artifacts, { recursive: true });
  const old = (await readdir(artifacts)).filter((name) => name.endsWith(".png"));
  await Promise.all(old.map((name) => rm(join(artifacts, name))));
  const vsix = await packageVsix(join(artifacts, "ml-preflight.vsix"));
  const scratch = await mkdtemp(join(tmpdir(), "ml-preflight-ui-"));
  try {
    const workspace = await copySample(scratch);
    const chromium = await findChromium();
    const server = await startCodeServer({ release: releases.newest, data: join(scratch, "data"), vsix, settings });
    try {
      return await action({
        UI_ADDRESS: server.address,
        UI_WORKSPACE: workspace,
        UI_CHROMIUM: chromium,
        UI_ARTIFACTS: artifacts,
      });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

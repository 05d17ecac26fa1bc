import type { Frame } from "playwright-core";
import type { Workbench } from "./workbench.js";

/** The document of the checklist's panel, as soon as it shows a run. */
export async function panelFrame({ page }: Workbench): Promise<Frame> {
  for (;;) {
    for (const frame of page.frames().slice(1)) {
      // A frame may go while it is read; another round looks at those that are there then.
      const count = await frame
        .locator("#items .item, section .item")
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    await page.waitForEvent("framenavigated", { timeout: 100 }).catch(() => undefined);
  }
}

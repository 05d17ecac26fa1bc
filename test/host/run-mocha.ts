import Mocha from "mocha";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Runs the test files of a folder in this extension host, and prints what `scripts/test.mjs` reads: the titles that failed, and the counts. */
export async function runMocha(folder: string): Promise<void> {
  // The host's tests share one window: the first failure that leaves it in disorder must not take minutes each.
  const mocha = new Mocha({ timeout: 10_000, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".test.js"))) {
    mocha.addFile(join(folder, file));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed.`))));
    const failed: string[] = [];
    runner.on("fail", (test) => failed.push(test.fullTitle()));
    runner.once("end", () => {
      for (const title of failed) console.log(`##failed ${title}`);
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      console.log(`##counts ${JSON.stringify({ passed: passes, failed: failures, pending })}`);
    });
  });
}

/** Mocha's usual report, and last lines that `scripts/test.mjs` reads, which no layout of a report can blur: what failed, and the counts. */
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;
    const failed = [];
    runner.on(EVENT_TEST_FAIL, (test, error) =>
      failed.push(`${test.fullTitle()}: ${String(error?.message).split("\n")[0]}`),
    );
    runner.once(EVENT_RUN_END, () => {
      for (const title of failed) console.log(`##failed ${title}`);
      const { passes, failures, pending } = this.stats;
      console.log(`##counts ${JSON.stringify({ passed: passes, failed: failures, pending })}`);
    });
  }
};

/** Mocha's usual report, and a last line that `scripts/test.mjs` reads: the counts, which no layout of a report can blur. */
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      console.log(`##counts ${JSON.stringify({ passed: passes, failed: failures, pending })}`);
    });
  }
};

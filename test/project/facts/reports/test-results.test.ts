import assert from "node:assert/strict";
import { reportsIn } from "./report-in.js";

const junit = `<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest" tests="99">
  <testcase classname="tests.test_a" name="test_one" />
  <testcase classname="tests.test_a" name="test_two"><failure message="1 &lt; 2">assert 1 &gt; 2</failure></testcase>
  <testcase classname="tests.test_a" name="test_three"><skipped message="slow" /></testcase>
  <testsuite name="inner"><testcase name="test_four"><error><![CDATA[</testcase>]]></error></testcase></testsuite>
</testsuite></testsuites>`;

describe("JUnit's reports", () => {
  it("have tests that passed, failed, broke and were skipped, counted one by one", async () => {
    const { junit: found, unreadable } = await reportsIn({}, { "junit.xml": junit });
    assert.deepEqual(found, [
      { path: "junit.xml", tests: 4, failures: 2, skipped: 1, failed: ["tests.test_a.test_two", "test_four"] },
    ]);
    assert.deepEqual(unreadable, []);
  });

  it("are told by what they hold in folders of reports, where other XML is left alone", async () => {
    const { junit: found, unreadable } = await reportsIn(
      {},
      {
        "reports/unit/all.xml": junit,
        "reports/style.xml": "<checkstyle><file></checkstyle>",
        "pom.xml": "<project/>",
      },
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      ["reports/unit/all.xml"],
    );
    assert.deepEqual(unreadable, []);
  });

  it("are named with the reason when they cannot be read", async () => {
    const { junit: found, unreadable } = await reportsIn({
      "junit-cut.xml": "<testsuites>\n<testsuite><testcase name='a'>",
      "junit-empty.xml": "",
      "junit-other.xml": "<html></html>",
      "TEST-bomb.xml": `<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><testsuite><testcase name="&b;"/></testsuite>`,
      "test-results/large.xml": new Uint8Array(17_000_000),
    });
    assert.deepEqual(found, []);
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ["TEST-bomb.xml", "junit-cut.xml", "junit-empty.xml", "junit-other.xml", "test-results/large.xml"],
    );
    const [bomb, cut, empty, other, large] = unreadable.map(({ reason }) => reason);
    assert.match(bomb ?? "", /no sound XML: Invalid character entity in line 1/);
    assert.match(cut ?? "", /no sound XML: Unclosed root tag in line 2/);
    assert.match(empty ?? "", /no sound XML/);
    assert.match(other ?? "", /no report that is known/);
    assert.match(large ?? "", /too large/);
  });

  it("of a failure with a long message are read", async () => {
    const long = `<testsuite><testcase name="a"><failure message="${"x".repeat(300_000)}"/></testcase></testsuite>`;
    const { junit: found } = await reportsIn({ "junit.xml": long });
    assert.equal(found[0]?.failures, 1);
  });
});

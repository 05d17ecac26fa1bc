import type { TestReport } from "../file-facts.js";
import type { XmlReader } from "./xml.js";

/** JUnit's XML, as pytest, vitest, jest, mocha and gotestsum write it. Tests are counted one by one: the sums that suites claim differ from tool to tool. */
export function junitReader(path: string): XmlReader<TestReport> {
  const failed: string[] = [];
  const counts = { tests: 0, failures: 0, skipped: 0 };
  let test: { name: string; outcome: "failures" | "skipped" | undefined } | undefined;
  return {
    open: (element, attribute) => {
      if (element === "testcase") {
        const name = [attribute("classname"), attribute("name")].filter(Boolean).join(".");
        test = { name, outcome: undefined };
      } else if (test !== undefined) {
        if (element === "failure" || element === "error") test.outcome = "failures";
        else if (element === "skipped") test.outcome ??= "skipped";
      }
    },
    close: (element) => {
      if (element !== "testcase" || test === undefined) return;
      counts.tests++;
      if (test.outcome !== undefined) counts[test.outcome]++;
      if (test.outcome === "failures" && failed.length < mostFailed) failed.push(test.name);
      test = undefined;
    },
    done: () => ({ path, ...counts, failed }),
  };
}

const mostFailed = 50;

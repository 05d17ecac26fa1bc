import { equal } from "node:assert/strict";
import { inBothOrders } from "../../../src/checklist/attestations/in-both-orders.js";

const joined = (a: string, b: string): string => inBothOrders(a.split(""), b.split(""), (letter) => letter).join("");

describe("inBothOrders", () => {
  for (const [a, b, both] of [
    ["", "", ""],
    ["abc", "abc", "abc"],
    ["abc", "", "abc"],
    ["", "abc", "abc"],
    ["abx", "aby", "abxy"],
    ["xab", "yab", "xyab"],
    ["ac", "abc", "abc"],
    ["aXbc", "abYc", "aXbYc"],
    ["aa", "a", "aa"],
  ] as const) {
    it(`makes ${both || "nothing"} of ${a || "nothing"} and ${b || "nothing"}`, () => equal(joined(a, b), both));
  }

  it("joins lists that are too long to compare, losing nothing", () => {
    const numbers = (from: number): number[] => Array.from({ length: 3000 }, (_, index) => from + index);
    equal(inBothOrders(numbers(0), numbers(1000), String).length, 4000);
  });
});

import { deepEqual } from "node:assert/strict";
import { lowerBound } from "../../src/project/version-bounds.js";

describe("the versions that a specifier allows", () => {
  for (const [specifier, least, below] of [
    [">=2.1", [2, 1], undefined],
    [">=1.5,<1.9", [1, 5], [1, 9]],
    [">=1.7, <=1.12", [1, 7], [1, 13]],
    ["==1.4.0", [1, 4], [1, 5]],
    ["==1.4.*", [1, 4], undefined],
    ["~=1.4.0", [1, 4], [1, 5]],
    ["~=1.4", [1, 4], [2, 0]],
    ["^2.1", [2, 1], undefined],
  ] as const) {
    it(`reads ${specifier}`, () => {
      const bound = lowerBound(specifier);
      deepEqual([bound?.least, bound?.below], [least, below]);
    });
  }
});

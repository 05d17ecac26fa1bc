import assert from "node:assert/strict";
import { closest, didYouMean } from "../../src/engine/did-you-mean.js";

describe("closest", () => {
  const words = ["preset", "rules", "missing-no-grad"];

  it("finds the word that was mistyped", () => {
    assert.equal(closest("prest", words), "preset");
    assert.equal(closest("Rules", words), "rules");
    assert.equal(closest("missing-nograd", words), "missing-no-grad");
  });

  it("does not guess where nothing is near", () => {
    assert.equal(closest("checklist", words), undefined);
    assert.equal(didYouMean("checklist", words), "");
  });
});

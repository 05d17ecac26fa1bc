import assert from "node:assert/strict";
import { configPlace } from "../../src/server/config-place.js";

/** The place of the `|` in a text, in short. */
function placeIn(marked: string): string | undefined {
  const offset = marked.indexOf("|");
  const place = configPlace(marked.replace("|", ""), offset);
  return place && `${place.path.join("/")} ${place.part}`;
}

describe("the place in a configuration file", () => {
  for (const [marked, place] of [
    ["|", " key"],
    ["pre|", " key"],
    ["preset: |", "preset value"],
    ["preset:|", "preset value"],
    ["preset: strict # |", undefined],
    ["rules:\n  |", "rules key"],
    ["rules:\n  a: off\n  nan|: off", "rules key"],
    ["rules:\n  a: |", "rules/a value"],
    ["rules:\n  a: off\n|", " key"],
    ["rules:\n\n  # why\n\n  b|", "rules key"],
    ["rules: {|", "rules key"],
    ["rules: {a: |", "rules/a value"],
    ["rules: {a: off, |", "rules key"],
    ["rules: {a: off}|", "rules value"],
    ["paths:\n  - |", "paths/[] key"],
    ["paths:\n- |", "paths/[] key"],
    ["paths:\n  - files: [a]\n    |", "paths/[] key"],
    ["paths:\n- files: [a]\n  pre|", "paths/[] key"],
    ["paths:\n  - files: [a]\n    rules:\n      |", "paths/[]/rules key"],
    ["paths:\n  - files: [a]\n    rules:\n      x: off\n  - pre|", "paths/[] key"],
    ["paths:\n- files: [a]\n  rules: {x: |", "paths/[]/rules/x value"],
    ["paths:\n  - files: [a]\nex|", " key"],
    ["paths: [{files: [a], |", "paths/[] key"],
  ] as const) {
    it(JSON.stringify(marked), () => assert.equal(placeIn(marked), place));
  }
});

import { equal, throws } from "node:assert/strict";
import { expandSnippet } from "../../src/guide/expand-snippet.js";

describe("a snippet with nothing changed", () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ["plain text stays", "a = {1: 2}\n", "a = {1: 2}\n"],
    ["placeholders give their defaults", "${1:x} = f(${2:y})$0", "x = f(y)"],
    ["a tab stop alone gives what its number has", "$1 ${1:x} $1 ${1}", "x x x x"],
    ["the first default counts", "${1:x} ${1:y}", "x x"],
    ["placeholders hold placeholders", "${1:a ${2:b} c} $2", "a b c b"],
    ["a placeholder does not hold itself", "${1:a $1}", "a "],
    ["a choice gives its first value", "${1|one,two|}-$1", "one-one"],
    ["commas and bars of a choice are escaped", "${1|a\\,b\\|c,d|}", "a,b|c"],
    ["variables give what they are", "$TM_FILENAME ${TM_FILENAME_BASE}", "a.py "],
    ["variables without a value give their default", "${WORKSPACE_NAME:${1:here}} $1", "here here"],
    ["dollars, braces and backslashes are escaped", "\\${{ x }} ${1:{a\\}} \\\\", "${{ x }} {a} \\"],
    ["a dollar without a name is a dollar", "5$ and $- and ${", "5$ and $- and ${"],
    ["a backslash before anything else is one", "r'\\d' \\n", "r'\\d' \\n"],
    ["an open placeholder is text", "${1:x", "${1:x"],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      equal(expandSnippet(text, { TM_FILENAME: "a.py" }), expected);
    });
  }

  it("is refused when it has a transform", () => {
    throws(() => expandSnippet("${1/a/b/}"), /transform/);
    throws(() => expandSnippet("${TM_FILENAME/a/b/}"), /transform/);
  });
});

import assert from "node:assert/strict";
import { decodeSource } from "../../src/project/decode.js";
import type { Language } from "../../src/syntax/form.js";

describe("decodeSource", () => {
  it("reads UTF-8", () => assert.equal(textOf(Buffer.from("π = 3\n")), "π = 3\n"));
  it("drops a byte order mark", () => assert.equal(textOf(Buffer.from("\ufeffx = 1\n")), "x = 1\n"));
  it("reads UTF-16 with a byte order mark", () => {
    const little = Buffer.from("\ufeffx = 'é'\n", "utf16le");
    assert.equal(textOf(little), "x = 'é'\n");
    assert.equal(textOf(Buffer.from(little).swap16()), "x = 'é'\n");
  });
  it("leaves line endings as they are", () => assert.equal(textOf(Buffer.from("a\r\nb\rc\n")), "a\r\nb\rc\n"));

  for (const [cookie, bytes, expected] of [
    ["latin-1", [0xe9], "é"],
    ["Latin_1-unix", [0xe9], "é"],
    ["iso-8859-15", [0xa4], "€"],
    ["cp1251", [0xc1], "Б"],
    ["koi8-r", [0xc1], "а"],
    ["shift_jis", [0x82, 0xa0], "あ"],
    ["gbk", [0xc4, 0xe3], "你"],
    ["utf-8", [0xc3, 0xa9], "é"],
    ["utf8-mac", [0xc3, 0xa9], "é"],
  ] as const) {
    it(`follows a coding comment for ${cookie}`, () => {
      const head = Buffer.from(`#!/usr/bin/env python\n# -*- coding: ${cookie} -*-\n# `);
      assert.equal(textOf(Buffer.concat([head, Buffer.from(bytes)])).at(-1), expected);
    });
  }

  it("looks for the comment in the first two lines, the first of which must be a comment or blank", () => {
    const latin = Buffer.from([0xe9]);
    assert.equal(textOf(Buffer.concat([Buffer.from("\n# vim: set fileencoding=latin-1 :\n# "), latin])).at(-1), "é");
    assert.equal(reasonOf(Buffer.concat([Buffer.from("x = 1\n# coding: latin-1\n# "), latin])), "undecodable");
    assert.equal(reasonOf(Buffer.concat([Buffer.from("\n\n# coding: latin-1\n# "), latin])), "undecodable");
  });

  it("reads no such comment in TypeScript", () => {
    assert.equal(
      reasonOf(Buffer.from([0x23, 0x20, ...Buffer.from("coding: latin-1\n"), 0xe9]), "typescript"),
      "undecodable",
    );
  });

  it("says why a text cannot be decoded", () => {
    assert.deepEqual(decodeSource(Buffer.from([0xe9, 0x0a]), "python"), {
      reason: "undecodable",
      detail: "not valid UTF-8, and no coding comment says otherwise",
    });
    assert.deepEqual(decodeSource(Buffer.from("# coding: klingon\n"), "python"), {
      reason: "undecodable",
      detail: "unknown encoding: its coding comment says `klingon`",
    });
  });

  it("takes a file with a NUL byte for binary, and says where it is", () => {
    assert.deepEqual(decodeSource(Buffer.from("x = 1\0\n"), "python"), {
      reason: "binary",
      detail: "a NUL byte at offset 5",
    });
  });
});

function textOf(bytes: Uint8Array): string {
  const decoded = decodeSource(bytes, "python");
  assert.ok("text" in decoded, JSON.stringify(decoded));
  return decoded.text;
}

function reasonOf(bytes: Uint8Array, language: Language = "python"): string {
  const decoded = decodeSource(bytes, language);
  assert.ok("reason" in decoded);
  return decoded.reason;
}

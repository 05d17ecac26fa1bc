import assert from "node:assert/strict";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";

/** The texts of a component's statements, each cut from the whole file by its place. */
function statements(text: string, path: string): string[] {
  const { body, errors } = readTypeScript(text, { path });
  assert.deepEqual(errors, []);
  return body.map(({ start, end }) => text.slice(start, end));
}

describe("the scripts of a component", () => {
  it("keep their places, whatever stands around them", () => {
    const text = [
      "<template>",
      "  <p :title=\"a > b ? `x` : 'y'\">{{ value }}</p>",
      "</template>",
      "<!-- <script>no()</script> -->",
      "<script>export const one = 1;</script>",
      '<script setup lang="ts">',
      "const two: number = 2;",
      "</script>",
      "<style>p { color: red }</style>",
    ].join("\r\n");
    assert.deepEqual(statements(text, "App.vue"), ["const one = 1;", "const two: number = 2;"]);
    const [, second] = readTypeScript(text, { path: "App.vue" }).body;
    assert.equal(text.slice(0, second?.start).split("\r\n").length, 7);
  });

  it("are those in JavaScript and TypeScript", () => {
    const text = [
      '<script context="module">let a = 1;</script>',
      '<script type="application/json">{ "b": 2 }</script>',
      '<script type="module" data-x="1 > 2">let c = 3;</script>',
      '<SCRIPT lang="tsx">let d = <b>4</b>;</SCRIPT >',
    ].join("\n");
    assert.deepEqual(statements(text, "App.svelte"), ["let a = 1;", "let c = 3;", "let d = <b>4</b>;"]);
  });

  it("are read while the block has no end yet", () => {
    assert.deepEqual(statements("<p>x</p>\n<script>\nlet a = 1;", "App.svelte"), ["let a = 1;"]);
    assert.deepEqual(statements("<p>x</p>\n<script", "App.vue"), []);
  });
});

import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** An esbuild plugin: the guide's YAML becomes plain data at build time, so that nothing parses it at run time. */
export const yamlData = {
  name: "yaml-data",
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, "utf8"))),
      loader: "json",
    }));
  },
};

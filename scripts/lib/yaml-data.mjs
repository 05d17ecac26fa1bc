import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** An esbuild plugin: the guide's YAML becomes data at build time, so that nothing parses YAML at run time. */
export const yamlData = {
  name: "yaml-data",
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: `export default ${lazyData(await readFile(path, "utf8"))};`,
      loader: "js",
    }));
  },
};

/** An expression for a function that gives the data. A string costs nothing until it is parsed; an object would be made at every start. */
export function lazyData(yamlText) {
  const json = JSON.stringify(parse(yamlText));
  return `() => JSON.parse(${JSON.stringify(json)})`;
}

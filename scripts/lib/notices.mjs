import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { build } from "esbuild";
import { yamlData } from "./yaml-data.mjs";

/** Those of scripts/build.mjs. */
const entryPoints = [
  "src/extension/extension.ts",
  "src/server/main.ts",
  "src/cli/main.ts",
  "src/syntax/typescript/parse.ts",
].filter(existsSync);

/** The licences of all packages of which code is in `dist/`, as esbuild reports it. */
export async function notices() {
  const sections = await Promise.all((await bundledPackages()).map(section));
  return [
    "# Third-party notices",
    "ML Preflight is under the MIT licence (see LICENSE). Its built files contain code of the packages below.",
    ...sections,
    "",
  ].join("\n\n");
}

/** Folders of packages, sorted by name. */
async function bundledPackages() {
  const { metafile } = await build({
    entryPoints,
    outdir: "out",
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    minify: true,
    external: ["vscode"],
    plugins: [yamlData],
    logLevel: "error",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    return folder === undefined || bytesInOutput === 0 ? [] : [folder];
  });
  return [...new Set(folders)].sort();
}

async function section(folder) {
  const { name, version, license, homepage } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const names = (await readdir(folder)).filter((file) =>
    /^(licen[cs]e|copying|notice|third.?party.?notice)/i.test(file),
  );
  if (names.length === 0) throw new Error(`${folder} has no licence file: its notice has to be written by hand.`);
  const texts = await Promise.all(names.sort().map((file) => readFile(`${folder}/${file}`, "utf8")));
  return [
    `## ${name} ${version}`,
    `${license}${homepage === undefined ? "" : `, <${homepage}>`}`,
    ...texts.map((text) => `\`\`\`\`text\n${text.replace(/\r\n?/g, "\n").trim()}\n\`\`\`\``),
  ].join("\n\n");
}

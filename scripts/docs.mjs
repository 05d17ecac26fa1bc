// @ts-check
/** `npm run docs`: the guide and the rules as a web site in `dist-docs/`, which any web server can host under any path. */
import { rm } from "node:fs/promises";
import { must } from "./lib/process.mjs";

const out = "dist-docs";

await must(process.execPath, ["scripts/build.mjs"]);
await rm(out, { recursive: true, force: true });
await must(process.execPath, [`${process.env.DIST ?? "dist"}/cli.js`, "docs", "--out", out]);

// @ts-check
/** The Python that the examples run in: what test/python/requirements.txt names, outside the clone, made when it is missing. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { cached } from "../cache.mjs";
import { must } from "../process.mjs";
import { obstacle, packages, pythonIn, recipe, unpackDebianPython } from "./debian.mjs";

/** @typedef {{ python: string, env: NodeJS.ProcessEnv }} Environment */

const requirements = "test/python/requirements.txt";
const lock = "test/python/requirements.lock";

/** @returns {Promise<Environment>} */
export async function pythonEnvironment() {
  const own = process.env.ML_PREFLIGHT_PYTHON;
  if (own !== undefined) return { python: own, env: {} };
  const reason = obstacle();
  if (reason !== undefined) throw new Error(help(reason));

  const base = await cached(`python-${hash(recipe)}`, async (folder) => {
    console.log(`Preparing a Python with ${packages.join(", ")} (once; 0.9 GB of disk) ...`);
    await unpackDebianPython(folder);
  });
  const python = pythonIn(base);
  const site = await cached(`python-packages-${hash(recipe + (await pinned()))}`, async (folder) => {
    console.log(`Installing the packages of ${requirements} (once; about 520 MB to download, 2.4 GB of disk) ...`);
    const flags = ["--only-binary", ":all:", "--disable-pip-version-check", "--root-user-action", "ignore", "--quiet"];
    const what = ["--requirement", requirements, "--constraint", lock, "--target", folder];
    await must(python, ["-m", "pip", "install", ...flags, ...what], { quiet: true, timeout: 1_800_000 });
  });
  return { python, env: { PYTHONPATH: site } };
}

async function pinned() {
  const texts = await Promise.all([requirements, lock].map((path) => readFile(path, "utf8")));
  return texts.join("\n").replace(/^#.*\n/gm, "");
}

/** @param {string} text */
const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** @param {string} reason */
function help(reason) {
  return [
    `The Python of these tests is made out of Debian's packages for x86-64, and ${reason}.`,
    "Set ML_PREFLIGHT_PYTHON to a Python 3.13 that has PyTorch, torchvision and the packages of the requirements:",
    "  python3.13 -m venv FOLDER",
    `  FOLDER/bin/pip install torch torchvision -r ${requirements}`,
    "  ML_PREFLIGHT_PYTHON=FOLDER/bin/python npm run test:python",
  ].join("\n");
}

// @ts-check
/**
 * A Python with PyTorch out of Debian's packages, in a folder of its own, on any Debian or system made from it.
 * The Python registry's PyTorch for Linux brings several gigabytes of libraries for graphics cards; Debian's is for the processor alone.
 * Nothing of it is installed: the packages are unpacked, and Python is started by the folder's own loader, so the system stays as it is.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must, run } from "../process.mjs";

/** The release, not the versions: within a release Debian changes these packages for security alone, and keeps no older files. */
const release = "trixie";
export const packages = ["python3-torch", "python3-torchvision", "python3-pip", "libopenblas0-pthread"];

/** Named by the packages above and never loaded: for graphics cards, and for tests. A third of the disk. */
const neverLoaded = ["libllvm17t64_", "libamd-comgr2_", "libamdhip64-5_", "libtorch-test_"];

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const libraries = "usr/lib/x86_64-linux-gnu";

/** The program that starts it; `$0` becomes Python's own name, so that what Python starts is the same Python. */
const launcher = `#!/bin/sh
here=$(cd "$(dirname "$0")/.." && pwd)
libraries="$here/${libraries}"
export PYTHONHOME="$here/usr"
exec "$libraries/ld-linux-x86-64.so.2" --argv0 "$here/bin/python" \\
  --library-path "$libraries/openblas-pthread:$libraries/lapack:$libraries:$here/usr/lib" \\
  "$here/usr/bin/python3" "$@"
`;

/** Changes when what is unpacked does. */
export const recipe = JSON.stringify({ release, packages, neverLoaded, launcher });

/** @param {string} folder */
export const pythonIn = (folder) => join(folder, "bin/python");

/** What is missing to unpack it here, or undefined. */
export function obstacle() {
  if (process.platform !== "linux" || process.arch !== "x64") return `this is ${process.platform} on ${process.arch}`;
  return ["/usr/bin/apt-get", "/usr/bin/dpkg-deb", keyring].find((path) => !existsSync(path))?.concat(" is missing");
}

/** @param {string} folder an empty one */
export async function unpackDebianPython(folder) {
  const apt = join(folder, "apt");
  const options = await aptOptions(apt);
  console.log(`  downloading PyTorch from Debian ${release} (about 260 MB) ...`);
  await must("apt-get", [...options, "update"], { quiet: true });
  const download = ["install", "--download-only", "--no-install-recommends", "--yes", ...packages];
  await must("apt-get", [...options, ...download], { quiet: true, timeout: 1_200_000 });
  console.log("  unpacking ...");
  const archives = join(apt, "archives");
  const files = (await readdir(archives)).filter((name) => name.endsWith(".deb"));
  for (const name of files.filter((file) => !neverLoaded.some((start) => file.startsWith(start)))) {
    await must("dpkg-deb", ["--extract", join(archives, name), folder], { quiet: true });
  }
  for (const unused of ["apt", "etc", "var", "usr/share", "usr/sbin"])
    await rm(join(folder, unused), { recursive: true });
  await mkdir(join(folder, "bin"));
  await writeFile(pythonIn(folder), launcher, { mode: 0o755 });
  // Proves that it works, and leaves their bytecode behind.
  const env = { PYTHONDONTWRITEBYTECODE: "" };
  await must(pythonIn(folder), ["-c", "import torch, torchvision, torch.onnx, torch.distributed"], {
    quiet: true,
    env,
  });
}

/** Its own lists, downloads and record of what is installed (nothing), so that it needs no rights and leaves no trace.
 * @param {string} folder */
async function aptOptions(folder) {
  for (const part of ["lists/partial", "archives/partial"]) await mkdir(join(folder, part), { recursive: true });
  const places = { status: "status", sources: "sources.list" };
  await writeFile(join(folder, places.status), "");
  await writeFile(
    join(folder, places.sources),
    `deb [arch=amd64 signed-by=${keyring}] ${await mirror()} ${release} main\n`,
  );
  return Object.entries({
    "Dir::State::lists": join(folder, "lists"),
    "Dir::State::status": join(folder, places.status),
    "Dir::State::extended_states": join(folder, "extended_states"),
    "Dir::Cache::archives": join(folder, "archives"),
    "Dir::Cache::pkgcache": "",
    "Dir::Cache::srcpkgcache": "",
    "Dir::Etc::sourcelist": join(folder, places.sources),
    "Dir::Etc::sourceparts": "-",
    "APT::Architecture": "amd64",
    "APT::Sandbox::User": "",
    "Acquire::Languages": "none",
    "Acquire::Retries": "3",
    "Debug::NoLocking": "true",
  }).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
}

/** Where this system has Debian's packages from. */
async function mirror() {
  const { output } = await run("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"], {
    quiet: true,
  });
  const found = output.split("\n").find((line) => /^https?:.*\/debian\/?$/.test(line));
  if (found === undefined) throw new Error(`apt-get knows no archive of Debian's packages:\n${output}`);
  return found;
}

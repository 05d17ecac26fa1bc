import assert from "node:assert/strict";
import { openTorchVersions } from "../../src/project/torch-versions.js";
import { memoryFileSystem } from "./memory-file-system.js";

const versionOf = async (files: Readonly<Record<string, string>>, path: string, root = "/p") =>
  (await openTorchVersions(memoryFileSystem({ [path]: "", ...files }), root).of(path))?.least;

const requires = (specifier: string): string => `Name: x\nRequires-Dist: torch${specifier}\n`;

describe("the torch version around a file", () => {
  it("is what the root says", async () =>
    assert.deepEqual(
      await versionOf({ "/p/pyproject.toml": '[project]\ndependencies = ["torch>=2.6"]\n' }, "/p/a/b/c.py"),
      [2, 6],
    ));

  it("is what the nearest project says, of several under one root", async () => {
    const files = {
      "/p/requirements.txt": "torch>=2.6\n",
      "/p/packages/old/setup.py": 'setup(install_requires=["torch>=1.9"])\n',
      "/p/packages/quiet/pyproject.toml": '[project]\nname = "quiet"\n',
    };
    assert.deepEqual(await versionOf(files, "/p/packages/old/src/net.py"), [1, 9]);
    assert.deepEqual(await versionOf(files, "/p/packages/quiet/src/net.py"), [2, 6]);
    assert.deepEqual(await versionOf(files, "/p/train.py"), [2, 6]);
  });

  it("is what the distribution says that a package was unpacked from", async () => {
    const files = {
      "/p/birds/__init__.py": "",
      "/p/birds_ml-1.0.dist-info/METADATA": requires(">=2.7.1"),
      "/p/birds_ml-1.0.dist-info/RECORD": "birds/__init__.py,,\nbirds/net.py,,\nsongs.py,,\n",
      "/p/fish-2.0.dist-info/METADATA": requires(">=1.5"),
      "/p/fish-2.0.dist-info/top_level.txt": "fish\n",
    };
    assert.deepEqual(await versionOf(files, "/p/birds/net.py"), [2, 7]);
    assert.deepEqual(await versionOf(files, "/p/songs.py"), [2, 7]);
    assert.deepEqual(await versionOf(files, "/p/fish/net.py"), [1, 5]);
    assert.equal(await versionOf(files, "/p/other/net.py"), undefined);
  });

  it("is what a build left beside the sources", async () => {
    const files = {
      "/p/src/birds.egg-info/top_level.txt": "birds\n",
      "/p/src/birds.egg-info/PKG-INFO": "Name: birds\n",
      "/p/src/birds.egg-info/requires.txt": "numpy\n\n[gpu]\ntorch>=2.2\n",
    };
    assert.deepEqual(await versionOf(files, "/p/src/birds/deep/net.py"), [2, 2]);
  });

  it("is said beside a package that is checked by itself", async () => {
    const files = {
      "/site/birds/__init__.py": "",
      "/site/birds/deep/__init__.py": "",
      "/site/birds-1.0.dist-info/METADATA": requires(">=2.6"),
      "/site/birds-1.0.dist-info/RECORD": "birds/__init__.py,,\n",
      "/requirements.txt": "torch>=1.0\n",
    };
    assert.deepEqual(await versionOf(files, "/site/birds/deep/net.py", "/site/birds/deep"), [2, 6]);
    assert.equal(await versionOf(files, "/site/scripts/run.py", "/site/scripts"), undefined);
  });

  it("looks into each folder once, until dependency files change", async () => {
    const contents: Record<string, string> = { "/p/requirements.txt": "torch>=2.1\n", "/p/a.py": "", "/p/b.py": "" };
    const files = memoryFileSystem(contents);
    const versions = openTorchVersions(files, "/p");
    await Promise.all([versions.of("/p/a.py"), versions.of("/p/b.py")]);
    assert.deepEqual(files.reads, ["/p/requirements.txt"]);
    assert.deepEqual(versions.known("/p/a.py")?.least, [2, 1]);
    contents["/p/requirements.txt"] = "torch>=2.6\n";
    versions.forget();
    assert.equal(versions.known("/p/a.py"), undefined);
    assert.deepEqual((await versions.of("/p/a.py"))?.least, [2, 6]);
  });
});

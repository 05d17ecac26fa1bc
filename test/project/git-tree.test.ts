import { deepEqual, equal } from "node:assert/strict";
import { readTree, treeFileSystem } from "../../src/project/git-tree.js";
import { memoryFileSystem } from "./memory-file-system.js";

const id = (letter: string): string => letter.repeat(40);
const listing = [
  `100644 blob ${id("a")}       6\tREADME.md`,
  `100755 blob ${id("b")}      10\tsrc/deep/run me.sh`,
  `120000 blob ${id("c")}      12\tsrc/link.md`,
  `120000 blob ${id("d")}      14\toutside.md`,
  `120000 blob ${id("e")}       7\tloop.md`,
  `160000 commit ${id("f")}       -\tthird/party`,
  `100644 blob ${id("0")}     BAD\tleft-out.bin`,
  `100644 blob ${id("1")} 99999999\tweights.bin`,
  `100644 blob ${id("2")}       3\tsrc/two\nlines.py`,
  "",
].join("\0");
const objects: Readonly<Record<string, string>> = {
  [id("a")]: "# Name",
  [id("b")]: "#!/bin/sh\n",
  [id("c")]: "../README.md",
  [id("d")]: "../../etc/shadow",
  [id("e")]: "loop.md",
  [id("2")]: "x=1",
};

function open() {
  const asked: string[] = [];
  const read = (object: string): Promise<Uint8Array | undefined> => {
    asked.push(object);
    const text = objects[object];
    return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
  };
  const disk = memoryFileSystem({
    "/w/repo/.git/HEAD": "ref: x",
    "/w/repo/new.py": "not in the commit",
    "/w/.preflight/config.yaml": "{}",
    "/etc/shadow": "secret",
  });
  const files = treeFileSystem("/w/repo", readTree(new TextEncoder().encode(listing)), read, disk);
  const text = async (path: string): Promise<string | undefined> => {
    const bytes = await files.read(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  return { files, text, asked };
}

describe("treeFileSystem", () => {
  it("has the files of the commit, and not those of the disk", async () => {
    const { text } = open();
    equal(await text("/w/repo/README.md"), "# Name");
    equal(await text("/w/repo/src/deep/run me.sh"), "#!/bin/sh\n");
    equal(await text("/w/repo/src/two\nlines.py"), "x=1");
    equal(await text("/w/repo/new.py"), undefined);
    equal(await text("/w/repo/src"), undefined);
  });

  it("lists folders as a disk does", async () => {
    const { files } = open();
    deepEqual(await files.list("/w/repo"), [
      { name: "README.md", type: "file" },
      { name: "src", type: "directory" },
      { name: "outside.md", type: "other" },
      { name: "loop.md", type: "other" },
      { name: "third", type: "directory" },
      { name: "left-out.bin", type: "file" },
      { name: "weights.bin", type: "file" },
    ]);
    deepEqual(await files.list("/w/repo/third/party"), []);
    equal(await files.list("/w/repo/none"), undefined);
    deepEqual(await files.stat("/w/repo/src/deep"), { type: "directory", size: 0 });
    deepEqual(await files.stat("/w/repo/README.md"), { type: "file", size: 6 });
    equal(await files.stat("/w/repo/new.py"), undefined);
  });

  it("follows links within the commit alone", async () => {
    const { files, text } = open();
    equal(await text("/w/repo/src/link.md"), "# Name");
    deepEqual(await files.stat("/w/repo/src/link.md"), { type: "file", size: 6 });
    equal(await text("/w/repo/outside.md"), undefined);
    equal(await text("/w/repo/loop.md"), undefined);
  });

  it("asks for nothing that is not there or is no text of a program", async () => {
    const { text, asked } = open();
    equal(await text("/w/repo/left-out.bin"), undefined);
    equal(await text("/w/repo/weights.bin"), undefined);
    deepEqual(asked, []);
  });

  it("leaves what lies outside of the repository, and git's own, to the disk", async () => {
    const { files, text } = open();
    equal(await text("/w/.preflight/config.yaml"), "{}");
    equal(await text("/w/repo/.git/HEAD"), "ref: x");
    deepEqual(await files.stat("/w/repo/.git"), { type: "directory", size: 0 });
  });
});

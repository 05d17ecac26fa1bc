import assert from "node:assert/strict";
import { joinPath, nameOf, parentOf, upwards, within } from "../../src/project/paths.js";

describe("paths", () => {
  it("are joined and made plain", () => {
    assert.equal(joinPath("/a/b", "c"), "/a/b/c");
    assert.equal(joinPath("/a/b", "../c/./d"), "/a/c/d");
    assert.equal(joinPath("/", "a"), "/a");
    assert.equal(joinPath("/a", "../.."), "/");
    assert.equal(joinPath("C:/a", "b"), "C:/a/b");
    assert.equal(joinPath("C:/a", ".."), "C:/");
  });

  it("have a folder and a name", () => {
    assert.equal(parentOf("/a/b"), "/a");
    assert.equal(parentOf("/a"), "/");
    assert.equal(parentOf("/"), undefined);
    assert.equal(parentOf("C:/a"), "C:/");
    assert.equal(parentOf("C:/"), undefined);
    assert.equal(nameOf("/a/b.py"), "b.py");
  });

  it("are within folders", () => {
    assert.equal(within("/a", "/a/b/c"), "b/c");
    assert.equal(within("/", "/a"), "a");
    assert.equal(within("/a", "/a"), "");
    assert.equal(within("/a", "/ab"), undefined);
  });

  it("lead upwards to the root", () => {
    assert.deepEqual([...upwards("/a/b")], ["/a/b", "/a", "/"]);
    assert.deepEqual([...upwards("C:/a")], ["C:/a", "C:/"]);
  });
});

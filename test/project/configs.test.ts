import assert from "node:assert/strict";
import { defaultConfig } from "../../src/engine/config.js";
import { fixedConfigs, openConfigs } from "../../src/project/configs.js";
import { memoryFileSystem } from "./memory-file-system.js";

describe("openConfigs", () => {
  const contents = {
    "/p/.preflight/config.yaml": "preset: strict\nexclude: [a]\n",
    "/p/sub/.preflight/config.yaml": "maxFileSize: 1KB\n",
    "/p/signed/.preflight/attestations.yaml": "",
  };

  it("lets the nearest file decide alone", async () => {
    const configs = openConfigs(memoryFileSystem(contents), []);
    const { config, folder, file } = await configs.of("/p/sub/deep");
    assert.deepEqual(config, { ...defaultConfig, maxFileSize: 1024 });
    assert.deepEqual([folder, file], ["/p/sub", "/p/sub/.preflight/config.yaml"]);
  });

  it("passes by a team folder without a configuration", async () => {
    const configs = openConfigs(memoryFileSystem(contents), []);
    assert.equal((await configs.of("/p/signed")).folder, "/p");
  });

  it("has defaults where no file says anything", async () => {
    const { config, file, problems } = await openConfigs(memoryFileSystem(contents), []).of("/elsewhere");
    assert.deepEqual({ config, file, problems }, { config: defaultConfig, file: undefined, problems: [] });
  });

  it("reads a file once, however often it is asked", async () => {
    const files = memoryFileSystem(contents);
    const configs = openConfigs(files, []);
    await Promise.all(["/p", "/p/a", "/p/a/b", "/p"].map((folder) => configs.of(folder)));
    assert.equal(files.reads.filter((path) => path === "/p/.preflight/config.yaml").length, 1);
    assert.deepEqual(
      configs.seen().map(({ file }) => file),
      ["/p/.preflight/config.yaml"],
    );
  });

  it("keeps problems with the file", async () => {
    const configs = openConfigs(memoryFileSystem({ "/p/.preflight/config.yaml": "preset: no\n" }), []);
    assert.equal((await configs.of("/p")).problems.length, 1);
  });
});

describe("fixedConfigs", () => {
  it("answers the same everywhere", async () => {
    const config = { ...defaultConfig, preset: "all" } as const;
    assert.equal((await fixedConfigs(config).of("/p/a")).config, config);
  });
});

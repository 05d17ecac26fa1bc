import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;

describe("scripts of cells in the editor", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  for (const [what, head, mark] of [
    ["percent", "# %% [markdown]\n# value == np.nan\n# %%\n%pip install numpy\n", "# %%"],
    ["Databricks", "# Databricks notebook source\n# MAGIC %md\n\n# COMMAND ----------\n", "# COMMAND ----------"],
  ] as const) {
    it(`have their findings at lines of the file while one cell is half typed: ${what}`, async () => {
      const uri = await client.open(`${what}.py`, `${head}${nanComparison}\n${mark}\nvalues = [1, (2\n`);
      const [finding, ...others] = await client.until(uri, some);
      assert.deepEqual(others, []);
      assert.equal(finding?.code, nanRule);
      assert.deepEqual(finding.range.start, { line: 8, character: 11 });
      await client.change(
        uri,
        `# preflight: ignore-file[${nanRule}]\n${head}${nanComparison}\n${mark}\nvalues = [1, (2\n`,
      );
      assert.deepEqual(await client.current(uri), []);
    });
  }
});

import assert from "node:assert/strict";
import { modelRequest, type ModelResult } from "../../src/protocol.js";
import { startClient, type LspClient } from "./lsp-client.js";

describe("what the server knows of a file", () => {
  let client: LspClient;

  before(async () => {
    client = await startClient();
    client.write("helpers.py", "def switch(model):\n    model.eval()\n");
  });

  after(() => client.stop());

  const known = (uri: string): Promise<ModelResult> =>
    client.connection.sendRequest<ModelResult>(modelRequest, { uri });

  it("is told beside the code, of the text as it is now", async () => {
    const uri = await client.open("train.py", "import torch\n\nmodel = torch.nn.Linear(2, 2)\n");
    assert.match(
      (await known(uri)) ?? "",
      /^3 \| model = torch\.nn\.Linear\(2, 2\)\n +value model: torch\.nn\.Linear$/m,
    );
    await client.change(uri, "import torch\n\nmodel = torch.nn.Linear(2, 2)\nmodel.eval()\n");
    assert.match((await known(uri)) ?? "", /mode model: sets eval mode/);
  });

  it("follows other files", async () => {
    const source =
      "import torch\nfrom helpers import switch\n\nmodel = torch.nn.Linear(2, 2)\nswitch(model)\nout = model(rows)\n";
    const uri = await client.open("main.py", source);
    assert.match((await known(uri)) ?? "", /eval mode \(set in helpers\.py:2\)/);
  });

  it("is why nothing is known, of a file that is not checked", async () => {
    const uri = await client.open("binary.py", "x = '\0'\n");
    assert.match((await known(uri)) ?? "", /^Binary: /);
  });

  it("is nothing of a document that is not open, or in another language", async () => {
    assert.equal(await known(client.uri("closed.py")), null);
    assert.equal(await known(await client.open("notes.txt", "x", "plaintext")), null);
  });
});

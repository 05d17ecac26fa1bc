import assert from "node:assert/strict";
import { exitCode, startCli } from "./run-cli.js";

describe("ml-preflight lsp", () => {
  it("is a language server on standard input and output", async () => {
    const child = startCli(["lsp"]);
    const ended = exitCode(child);
    const initialize = {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { processId: null, rootUri: null, capabilities: {} },
    };
    const body = JSON.stringify(initialize);
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

    try {
      let answer = "";
      for await (const chunk of child.stdout) {
        answer += String(chunk);
        if (answer.includes('"capabilities"')) break;
      }
      assert.match(answer, /^Content-Length: \d+\r\n/);
      assert.match(answer, /"id":1,"result":\{/);
    } finally {
      child.kill();
      await ended;
    }
  });
});

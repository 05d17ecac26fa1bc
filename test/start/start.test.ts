import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

describe("npm start", function () {
  this.timeout(180_000);

  it("serves the sample project in a VS Code for the browser, and leaves nothing behind when interrupted", async () => {
    const port = await freePort();
    const start = spawn(process.execPath, ["scripts/start.mjs", "--port", String(port)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = once(start, "close");
    const address = await waitForAddress(start.stdout, start.stderr);
    assert.match(address, new RegExp(`^http://localhost:${port}/\\?folder=.*sample-project`));

    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /workbench/);

    start.kill("SIGINT");
    await ended;
    await assert.rejects(fetch(address), "The server still answers.");
  });
});

async function waitForAddress(...streams: readonly NodeJS.ReadableStream[]): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    for (const stream of streams) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        const address = /^\s*(http:\/\/\S+)\s*$/m.exec(output)?.[1];
        if (address !== undefined) resolve(address);
      });
      stream.on("end", () => reject(new Error(`It ended without an address:\n${output}`)));
    }
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

import { isMainThread } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startScanWorker } from "./scan/scan-worker.js";
import { startServer } from "./server.js";

function main(): void {
  // Without a word about the transport, whoever started this by hand talks through standard input and output.
  if (!process.argv.some((argument) => /^--(?:node-ipc|stdio|socket|pipe)/.test(argument)))
    process.argv.push("--stdio");

  const connection = createConnection(ProposedFeatures.all);
  process.on("unhandledRejection", (reason) => {
    connection.console.error(
      `Unexpected: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  });
  startServer(connection, __filename);
}

// The server's threads are started with this same file, so that it is all that has to be there.
if (isMainThread) main();
else startScanWorker();

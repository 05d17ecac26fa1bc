import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.js";

// Without a word about the transport, whoever started this by hand talks through standard input and output.
if (!process.argv.some((argument) => /^--(?:node-ipc|stdio|socket|pipe)/.test(argument))) process.argv.push("--stdio");

const connection = createConnection(ProposedFeatures.all);
process.on("unhandledRejection", (reason) => {
  connection.console.error(
    `Unexpected: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
  );
});
startServer(connection);

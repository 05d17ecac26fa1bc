import { join } from "node:path";

/** Starts the language server in this process; it listens as soon as it is loaded, and most runs never need it. */
export function startServer(): void {
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  require(join(__dirname, "server.js"));
}

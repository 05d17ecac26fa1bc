import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Starts the language server in this process; it listens as soon as it is loaded, and most runs never load it. */
export async function startServer(): Promise<void> {
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  await import(pathToFileURL(join(__dirname, "server.js")).href);
}

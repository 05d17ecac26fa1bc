import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { check, type CheckArguments } from "./check.js";
import { addChecklist } from "./checklist-command.js";
import { explain } from "./explain.js";
import { startServer } from "./lsp.js";
import { showModel } from "./model.js";
import { endQuietlyWhenNobodyReads } from "./output.js";
import { startWorker } from "./worker.js";

/** 0 clean, 1 findings, 2 could not do what was asked. */
export type ExitCode = 0 | 1 | 2;

async function main(): Promise<void> {
  endQuietlyWhenNobodyReads();
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its message; its own code for a wrong argument is 1, which here means findings.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`ml-preflight: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  }
}

function program(): Command {
  const program = new Command("ml-preflight")
    .description("Finds departures from good practice in machine learning code.")
    .version(version(), "-V, --version")
    .exitOverride()
    .showHelpAfterError("(see ml-preflight --help)");

  program
    .command("check")
    .description("report findings in files, folders and globs")
    .argument("[PATH...]", "what to check", ["."])
    .addOption(new Option("--format <format>", "how to print the findings").choices(["text", "json"]).default("text"))
    .addOption(
      new Option("--preset <preset>", "beats the presets of configuration files").choices([
        "recommended",
        "strict",
        "all",
      ]),
    )
    .option("--no-config", "ignore configuration files (comments and .gitignore still count)")
    .option(
      "--rule <id>",
      "run exactly this rule, in any preset (repeatable)",
      (id: string, ids: string[]) => [...ids, id],
      [],
    )
    .addOption(
      new Option("--workers <count>", "how many threads check, 1 to 16 (by default as many as are worth it)").argParser(
        workerCount,
      ),
    )
    .addHelpText("after", "\nExit code: 0 no findings, 1 findings, 2 could not run.")
    .action(async (paths: string[], options: Omit<CheckArguments, "paths" | "workerScript">) => {
      process.exitCode = await check({ ...options, paths, workerScript: __filename });
    });

  addChecklist(program, __filename);

  program
    .command("explain")
    .description("print the page of a rule: why, what to do, examples, readings; or another page of the guide")
    .argument("<ID>", "a rule, a topic as stage/topic, a reading, an item of the checklist, a learning goal or a role")
    .action(async (id: string) => {
      process.exitCode = await explain(id);
    });

  program
    .command("docs")
    .description("write the guide, with what .preflight/guide.yaml makes of it, and the rules as a web site to host")
    .argument("[FOLDER]", "a folder of the project", ".")
    .requiredOption("--out <dir>", "where to write it; files of the same names are replaced")
    .action(async (folder: string, { out }: { readonly out: string }) => {
      // What renders pages is loaded by nothing else.
      const { writeDocs } = await import("./docs.js");
      process.exitCode = await writeDocs(folder, out);
    });

  program
    .command("model")
    .description("print what the engine knows of a file, line by line (for developers of rules)")
    .argument("<FILE>", "a Python, TypeScript or JavaScript file")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action(async (file: string, { format }: { readonly format: "text" | "json" }) => {
      process.exitCode = await showModel(file, format);
    });

  program
    .command("lsp")
    .description("start the language server on standard input and output")
    .option("--stdio", "the only way there is, accepted because editors pass it")
    .action(startServer);

  return program;
}

function workerCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 16) {
    throw new InvalidArgumentError("It is a whole number from 1 to 16.");
  }
  return count;
}

/** From the package's manifest, which stands beside the folder of the bundle. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8"));
  const found =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : undefined;
  return String(found);
}

// Worker threads of a run are started with this same file, so that it is all that has to be there.
if (isMainThread) void main();
else startWorker();

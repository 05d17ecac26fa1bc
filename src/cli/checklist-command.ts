import { type Command, InvalidArgumentError, Option } from "commander";
import type { ChecklistArguments } from "./checklist.js";

/** Adds `checklist` to the commands. */
export function addChecklist(program: Command, workerScript: string): void {
  program
    .command("checklist")
    .description("answer the questions of the readiness checklist with evidence, and say whether the project is ready")
    .argument("[FOLDER]", "a folder of the project", ".")
    .addOption(
      new Option("--format <format>", "how to print it").choices(["text", "json", "markdown", "html"]).default("text"),
    )
    .option("--out <file>", "write it to a file instead of printing it")
    .addOption(
      new Option(
        "--min-score <number>",
        "fail when the overall readiness, the lowest stage score, is under this (0 to 1), whatever the gate says",
      ).argParser(share),
    )
    .addOption(
      new Option("--baseline <file>", "fail only when an item got worse since this run, in JSON").conflicts("since"),
    )
    .option("--since <ref>", "fail only when an item got worse since this commit, branch or tag of git")
    .option("--no-config", "ignore configuration files (comments, .gitignore and attestations still count)")
    .addHelpText("after", afterHelp)
    .action(async (folder: string, options: Omit<ChecklistArguments, "folder" | "workerScript">) => {
      // What renders reports is loaded by nothing else.
      const { checklist } = await import("./checklist.js");
      process.exitCode = await checklist({ ...options, folder, workerScript });
    });
}

const afterHelp = `
The project is the nearest folder, from FOLDER upwards, that holds .preflight or .git; else FOLDER itself.
The overall readiness is the lowest score of the stages data, training, testing, deployment and monitoring.
Exit code: 0 the gate is passed, 1 it is not, 2 could not run.
With --min-score, --baseline or --since, what they ask for decides in place of the gate: 0 it holds, 1 it does not.`;

function share(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError(
      "It is a number from 0 to 1. What the ML Test Score has to reach stands in the configuration, as `scoring.mlTestScoreTarget`.",
    );
  }
  return number;
}

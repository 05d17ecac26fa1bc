import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { addFiles, makeFolder } from "./run-cli.js";

const run = promisify(execFile);

/** Runs git in a folder, as someone whose own settings play no part. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const { stdout } = await run(
    "git",
    ["-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args],
    { env },
  );
  return stdout.trim();
}

export async function commit(
  folder: string,
  files: Readonly<Record<string, string>>,
  message = "A change",
): Promise<void> {
  await addFiles(folder, files);
  await git(folder, "add", "-A");
  await git(folder, "commit", "-q", "--no-verify", "-m", message);
}

/** A repository with one commit of these files. */
export async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeFolder({});
  await git(folder, "init", "-q", "-b", "main");
  await commit(folder, files, "The beginning");
  return folder;
}

/** A training loop with nothing in it that rules object to. */
export const soundTraining = [
  "import torch",
  "from torch import nn, optim",
  "",
  "",
  "def train(loader):",
  "    torch.manual_seed(0)",
  "    model = nn.Linear(4, 2)",
  "    criterion = nn.CrossEntropyLoss()",
  "    optimizer = optim.SGD(model.parameters(), lr=0.1)",
  "    for features, labels in loader:",
  "        optimizer.zero_grad()",
  "        loss = criterion(model(features), labels)",
  "        loss.backward()",
  "        optimizer.step()",
  "",
].join("\n");

/** The same with a bug that nobody sees. */
export const faultyTraining = soundTraining.replace(
  "criterion(model(features)",
  "criterion(torch.softmax(model(features), dim=1)",
);

/** A checklist that asks for a few things alone, and is content with people's word for them. */
export function onlyAsks(...ids: readonly string[]): string {
  const all = Object.entries({ PLAN: 5, DATA: 14, BASE: 2, TRAIN: 14, TEST: 9, DEPLOY: 12, MON: 12, TEAM: 2 }).flatMap(
    ([stage, count]) => Array.from({ length: count }, (_, index) => `${stage}-${String(index + 1).padStart(2, "0")}`),
  );
  const checks = all
    .filter((id) => !ids.includes(id))
    .map((id) => `    ${id}: {enabled: false, reason: "not asked here"}`);
  return ["checklist:", "  checks:", ...checks, "  scoring: {stageMinimum: 0.5, mlTestScoreTarget: 0}", ""].join("\n");
}

import { joinPath } from "../../paths.js";
import { fillIn, isNever, isOnFailure } from "../expressions.js";
import type { Break, Shell, Step } from "../model.js";
import { cmd, defaultShells, powershell, pythonShell } from "../shells.js";
import { child, isFalse, isTrue, piecesOf, textOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import type { AzureReading } from "./azure-jobs.js";
import { actionStep, scriptStep } from "./steps.js";

/** One step of Azure Pipelines: the short forms (`script`, `bash`, `pwsh`) and the tasks that they stand for. */
export function azureStep(step: Tree, reading: AzureReading): readonly Step[] {
  const { path, values, via, isWindows } = reading;
  const condition = textOf(child(step, "condition"));
  if (isNever(condition) || isFalse(child(step, "enabled"))) return [];
  const allowed = child(step, "continueOnError");
  const ignored: readonly Break[] = isTrue(allowed)
    ? [{ kind: "allowed-to-fail", detail: "`continueOnError: true`", place: treePlace(path, allowed ?? step) }]
    : [];
  const late: readonly Break[] = isOnFailure(condition)
    ? [
        {
          kind: "too-late",
          detail: `\`condition: ${condition ?? ""}\``,
          place: treePlace(path, child(step, "condition") ?? step),
        },
      ]
    : [];
  const inputs = child(step, "inputs");
  const folder =
    textOf(child(step, "workingDirectory")) ??
    textOf(child(inputs, "workingDirectory")) ??
    textOf(child(inputs, "workingFolder"));
  const parts = {
    directory: folderOf(folder, reading),
    env: variablesOf(child(step, "env")),
    values,
    breaks: [...reading.breaks, ...ignored, ...late],
    condition,
    via,
  };
  for (const [key, shell] of Object.entries(shortForms(isWindows))) {
    const script = child(step, key);
    if (script?.kind === "scalar") return [scriptStep(step, path, piecesOf(script, path), shell, parts)];
  }
  const task = textOf(child(step, "task")) ?? "";
  const shell = taskShell(task, inputs, isWindows);
  const script = child(inputs, "script") ?? child(inputs, "inlineScript") ?? child(inputs, "Inline");
  if (shell !== undefined && script?.kind === "scalar")
    return [scriptStep(step, path, piecesOf(script, path), shell, parts)];
  const file = child(inputs, "filePath") ?? child(inputs, "scriptPath");
  if (shell !== undefined && file?.kind === "scalar") {
    const words = `${/^Bash/.test(task) ? "bash" : shell.kind === "python" ? "python" : ""} ${file.text} ${textOf(child(inputs, "arguments")) ?? ""}`;
    const piece = { text: words.trim(), path, line: file.textLine };
    return [scriptStep(step, path, [piece], defaultShells.azure, parts)];
  }
  const given = variablesOf(inputs);
  const action = task === "" ? [] : [actionStep(step, path, { name: task, inputs: given }, parts)];
  const standing = standsFor(task, given);
  if (standing === undefined) return action;
  return [...action, scriptStep(step, path, [{ text: standing, path, line: step.line }], defaultShells.azure, parts)];
}

function shortForms(isWindows: boolean): Readonly<Record<string, Shell>> {
  return { script: isWindows ? cmd : defaultShells.azure, bash: defaultShells.azure, pwsh: powershell, powershell };
}

function taskShell(task: string, inputs: Tree | undefined, isWindows: boolean): Shell | undefined {
  if (/^Bash@/.test(task)) return defaultShells.azure;
  if (/^CmdLine@/.test(task)) return isWindows ? cmd : defaultShells.azure;
  if (/^PowerShell@/.test(task)) return powershell;
  if (/^PythonScript@/.test(task)) return pythonShell;
  if (!/^Azure(?:CLI|PowerShell)@/.test(task)) return undefined;
  return /^(?:ps|pscore)$/.test(textOf(child(inputs, "scriptType")) ?? "") || task.startsWith("AzureP")
    ? powershell
    : defaultShells.azure;
}

function standsFor(task: string, inputs: Readonly<Record<string, string>>): string | undefined {
  if (/^Npm@/.test(task)) return inputs["command"] === "custom" ? `npm ${inputs["customCommand"] ?? ""}` : undefined;
  if (!/^Docker@/.test(task) || !/^build/i.test(inputs["command"] ?? "buildAndPush")) return undefined;
  const file = inputs["Dockerfile"] ?? inputs["dockerfile"];
  return file === undefined || file.includes("*")
    ? "docker build ."
    : `docker build -f ${file} ${inputs["buildContext"] ?? "."} ${inputs["arguments"] ?? ""}`;
}

const rootNames =
  /^(?:\$\((?:Build\.SourcesDirectory|System\.DefaultWorkingDirectory|Build\.Repository\.LocalPath|Pipeline\.Workspace\)\/s|Agent\.BuildDirectory\)\/s)\)?|\$\{\{\s*variables\['Build\.SourcesDirectory'\]\s*\}\})\/?/i;

function folderOf(folder: string | undefined, { files, values }: AzureReading): string {
  if (folder === undefined) return files.root;
  const plain = fillIn(folder.replace(rootNames, "./"), "azure", values);
  return plain.startsWith("/") ? plain : joinPath(files.root, plain);
}

import type { Expression } from "../../../syntax/expressions.js";
import type { PipelineStep } from "../file-facts.js";
import { argument, textsIn } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";

/** The nodes of Kedro's pipelines; what ties them are the data sets that they take and give. */
export function readKedro(file: PythonFile): readonly PipelineStep[] {
  return file.calls
    .filter((call) => /^kedro\.pipeline\.(?:\w+\.)*(?:node|Node)$/.test(file.pathOf(call.callee) ?? ""))
    .toSorted((a, b) => a.start - b.start)
    .map((call) => {
      const func = argument(call, 0, "func");
      const target = func === undefined ? undefined : file.targetOf(func);
      return pipelineStep({
        ...{ system: "kedro", path: file.path, line: file.lineOf(call) },
        name:
          file.textOf(argument(call, 3, "name")) ??
          target?.replace(/^.*#/, "") ??
          (func === undefined ? "node" : file.sourceOf(func)),
        runs: target === undefined ? [] : [target],
        inputs: distinct(dataSets(argument(call, 1, "inputs"), file)),
        outputs: distinct(dataSets(argument(call, 2, "outputs"), file)),
      });
    });
}

function dataSets(expression: Expression | undefined, file: PythonFile): readonly string[] {
  const value = file.valueOf(expression);
  if (value?.kind === "Mapping") return value.entries.flatMap((entry) => file.textOf(entry.value) ?? []);
  return textsIn(value, file);
}

import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import { moduleFile } from "./module-file.js";
import type { PipelineProject } from "./pipeline-project.js";
import { keyword } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";
import { taskOrder } from "./task-order.js";

/** The components of TFX's pipelines, with the modules that they are given. */
export function readTfx(file: PythonFile, { files }: PipelineProject): readonly PipelineStep[] {
  const tasks = file.calls
    .flatMap((call) => {
      const name = /^tfx\.(?:\w+\.)*components\.(?:\w+\.)*([A-Z]\w+)$/.exec(file.pathOf(call.callee) ?? "")?.[1];
      return name === undefined ? [] : [{ name, call, functionName: undefined }];
    })
    .sort((a, b) => a.call.start - b.call.start);
  const needs = taskOrder(tasks, file);
  return tasks.map(({ name, call }) => {
    const module = file.textOf(keyword(call, "module_file"));
    const paths =
      module === undefined
        ? []
        : [joinPath("", module), joinPath(parentOf(file.path) ?? "", module.replace(/^.*\//, ""))];
    const found = paths.find((path) => files.has(path));
    const functions = ["run_fn", "preprocessing_fn", "trainer_fn"].flatMap((key) => {
      const [, from = "", fn = ""] = /^([\w.]+)\.(\w+)$/.exec(file.textOf(keyword(call, key)) ?? "") ?? [];
      return moduleFile(from, parentOf(file.path) ?? "", files).map((one) => `${one}#${fn}`);
    });
    return pipelineStep({
      ...{ system: "tfx", path: file.path, line: file.lineOf(call), name },
      runs: distinct([...(found === undefined ? [] : [found]), ...functions]),
      needs: distinct(needs.get(name) ?? []),
    });
  });
}

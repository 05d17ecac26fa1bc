import { numberOf, textsOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, codeEvidence, provesSomething, testEvidence } from "../../search/code-evidence.js";

/** On edge or mobile: is the compressed model as good as the original, and small enough? */
export const detector: Detector = (project) => {
  const targets = textsOf(project.config, "edge.targets");
  const exports = callsTo(project, { path: exporting, name: /^(?:convert_to_tflite|export_onnx)$/ });
  const converters = project.ci.runs.filter(({ command }) =>
    /^(?:tensorflowjs_converter|mo|ovc|trtexec|optimum-cli export|onnx2tf)\b/.test(command),
  );
  const parity = checksOf(project, "parity");
  const budget = checksOf(project, "budget");
  const both = parity.length > 0 && budget.length > 0;
  const [first] = exports;
  const one: readonly Objection[] =
    parity.length + budget.length > 0 && !both && first !== undefined
      ? [
          {
            path: first.file.path,
            line: first.call.line,
            allows: "partial",
            what:
              parity.length > 0
                ? "Nothing holds the model's size or time to a limit"
                : "Nothing compares the converted model with the original",
            rule: "edge",
          },
        ]
      : [];
  // Both have to gate; the weaker one decides.
  const weakest = both
    ? [parity, budget]
        .map((found) =>
          found.some(({ level }) => level === "L4") ? "L4" : found.some(({ level }) => level === "L3") ? "L3" : "L2",
        )
        .toSorted()[0]
    : undefined;
  const evidence = [...parity, ...budget].map((found): Evidence =>
    weakest !== undefined && found.level > weakest ? { ...found, level: weakest === "L2" ? "L2" : "L3" } : found,
  );
  const exported = exports.map((found): Evidence => ({
    ...callEvidence(project, found, { what: `\`${found.call.text}\` exports the model`, rule: "export" }),
    level: "L1",
  }));
  const size = numberOf(project.config, "budgets.modelSizeMb");
  return detected({
    evidence: [...evidence, ...exported],
    objections: one,
    missing: [
      ...(parity.length === 0
        ? [
            "Compare the outputs of the exported model with those of the original on the same inputs, in a test that CI runs.",
          ]
        : []),
      ...(budget.length === 0
        ? [
            `Hold the size of the file to ${size === undefined ? "a limit" : `${size} MB`}, or the time of a prediction, in a test that CI runs.`,
          ]
        : []),
    ],
    searched: [
      `${exports.length + converters.length} exports${targets.length === 0 ? "" : ` (${targets.join(", ")})`}, tests that compare their outputs with the original's, and limits of size or time.`,
    ],
  });
};

const exporting =
  /^torch\.onnx\.(?:dynamo_)?export$|TFLiteConverter(?:\.\w+)?$|^coremltools\.convert$|^executorch\.|^openvino\.(?:\w+\.)*(?:convert_model|save_model)$|^tensorrt\.|^torch\.utils\.mobile_optimizer\.optimize_for_mobile$|^tensorflowjs\.converters\.|^ai_edge_torch\.convert$|^tf2onnx\.|^skl2onnx\.|^onnxruntime\.quantization\.|^optimum\./;
const runtimes =
  /InferenceSession$|Interpreter$|^coremltools\.models\.MLModel$|^openvino\..*compile_model$|^tensorrt\.Runtime$/;
const close =
  /allclose|assert_(?:array_)?almost_equal|assert_close|approx|max_diff|toBeCloseTo|isclose|\babs\([^()]* - /;
const sizes = /getsize|st_size|\bstat\b|file_size|size_mb|byteLength|model_size|len\(/i;

/** Tests and scripts that hold the exported model to the original, or to a limit. */
function checksOf(project: ChecklistProject, kind: "parity" | "budget"): readonly Evidence[] {
  const what =
    kind === "parity"
      ? "The exported model is compared with the original"
      : "The exported model is held to a size or a time";
  const told = { what, rule: `edge-${kind}` };
  return project.code.flatMap((file): readonly Evidence[] => {
    if (file.role !== "source" && file.role !== "test") return [];
    const runs = file.calls.some(
      ({ path = "", name }) => runtimes.test(path) || exporting.test(path) || /export|convert|quanti[sz]e/i.test(name),
    );
    const fits = (text: string, mentions: readonly string[]): boolean =>
      kind === "parity"
        ? close.test(text) || mentions.some((word) => close.test(word) || /parity|delta|diff|drop/i.test(word))
        : sizes.test(text) ||
          mentions.some((word) => sizes.test(word) || /latency|percentile|elapsed|budget/i.test(word));
    if (file.role === "test") {
      return project.tests
        .filter(
          (test) =>
            test.path === file.path &&
            provesSomething(test) &&
            (runs || test.reaches.some((path) => /export|convert|onnx|tflite|edge|mobile|quant/i.test(path))),
        )
        .filter((test) => test.assertions.some(({ text, mentions }) => fits(text, mentions)))
        .map((test) => testEvidence(test, told));
    }
    if (!runs) return [];
    return file.guards
      .filter(
        ({ effect, isConstant, text, mentions }) =>
          (effect === "raise" || effect === "exit" || effect === "assert") && !isConstant && fits(text, mentions),
      )
      .map(({ line, within }) => codeEvidence(project, { path: file.path, line, within }, told, true));
  });
}

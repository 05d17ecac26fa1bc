import { textsOf } from "../../engine/checklist-config.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { ChecklistProject } from "../project.js";
import { argumentOf, literalOf } from "./fact-values.js";

type Config = Pick<ChecklistProject["config"], "settings">;

/** How much a call does against numbers that are none. */
export type FiniteGuard = "stops" | "helps";

/** What catches NaN and infinity in training: `stops` on the loss, `helps` where it only keeps gradients in bounds. */
export function trainingGuard(call: CallFact, file: CodeFile, config: Config): FiniteGuard | undefined {
  const { path = "", name } = call;
  if (isOwnGuard(call, config)) return "stops";
  if (isFiniteTest(call)) return decides(call, file) ? "stops" : undefined;
  if (/^torch\.autograd\.(?:set_detect_anomaly|detect_anomaly|anomaly_mode\.\w+)$/.test(path))
    return literalOf(call.positional[0]) === false ? undefined : "stops";
  if (
    /^keras\.callbacks\.TerminateOnNaN$|^tensorflow\.debugging\.(?:enable_check_numerics|assert_all_finite|check_numerics)$|^jax\.debug_nans$|^chex\.assert_tree_all_finite$/.test(
      path,
    )
  )
    return "stops";
  for (const flag of ["detect_anomaly", "terminate_on_nan", "check_finite", "error_if_nonfinite"])
    if (literalOf(argumentOf(call, [flag])) === true) return "stops";
  if (path === "jax.config.update" && literalOf(call.positional[0]) === "jax_debug_nans") return "stops";
  if (/^(?:clip_grad_norm_|clip_grad_value_|clip_by_global_norm|GradScaler)$/.test(name)) return "helps";
  return ["clipnorm", "clipvalue", "global_clipnorm", "gradient_clip_val", "max_grad_norm"].some((one) =>
    isPositive(argumentOf(call, [one])),
  )
    ? "helps"
    : undefined;
}

/** What catches them in what a service is given or gives back. */
export function servingGuard(call: CallFact, file: CodeFile, config: Config): boolean {
  if (isOwnGuard(call, config)) return true;
  if (literalOf(argumentOf(call, ["allow_inf_nan"])) === false) return true;
  return isFiniteTest(call) && decides(call, file);
}

function isOwnGuard({ name, target }: CallFact, config: Config): boolean {
  const names = textsOf(config, "numerics.guards");
  return names.includes(name) || (target !== undefined && names.includes(target.slice(target.indexOf("#") + 1)));
}

function isFiniteTest({ path = "", name }: CallFact): boolean {
  if (
    /^(?:numpy|torch|math|jax\.numpy|pandas|tensorflow\.math|cmath)\.(?:isfinite|isnan|isinf|is_finite|is_nan|is_inf|isna|isnull)$/.test(
      path,
    )
  )
    return !/isna|isnull/.test(name);
  return (
    /^(?:(?:builtins\.)?(?:Number\.)?(?:isFinite|isNaN)|Number\.(?:isFinite|isNaN))$/.test(path) ||
    /^(?:isfinite|isFinite|isNaN|isnan)$/.test(name)
  );
}

/** Its answer decides whether to go on: it stands in a test, an assertion, or a branch that raises, skips or warns. */
function decides(call: CallFact, { guards }: CodeFile): boolean {
  if (call.result === "guard" || call.result === "asserted" || call.result === "returned") return true;
  const isNamed = (mention: string): boolean => mention === call.name || mention === call.resultName;
  if (guards.some(({ within, mentions }) => within === call.within && mentions.some(isNamed))) return true;
  // A branch that skips the step leaves no trace but that the test is used.
  return call.result === "used";
}

function isPositive(value: ReturnType<typeof argumentOf>): boolean {
  const said = literalOf(value);
  return value !== undefined && said !== null && said !== 0 && said !== false;
}

import type { Rule } from "./rule.js";
import suppressionWithoutRule from "./infrastructure/suppression-without-rule.js";

/** Every rule of the product. */
export const rules: readonly Rule[] = [suppressionWithoutRule];

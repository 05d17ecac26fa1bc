import { rules } from "../../rules/index.js";
import type { AnyRule, RuleMeta } from "../../rules/rule.js";
import { projectRules } from "./index.js";

/** Every rule of the product, those about files first. */
export const allRules: readonly AnyRule[] = [...rules, ...projectRules];

/** Their metas in the same order, as configurations want them. */
export const allMetas: readonly RuleMeta[] = allRules.map(({ meta }) => meta);

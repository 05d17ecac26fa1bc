import { deniesFreezing, mentionsFreezing, saysFreezing, saysThawing } from "../../knowledge/freezing-words.js";
import type { FormModule } from "../../syntax/form.js";
import { memo } from "./memo.js";

/** Do names, flags or comments say that a part of a model is not trained? */
export const saysFrozen = memo(({ text: source }: FormModule): boolean => {
  if (!mentionsFreezing.test(source) || saysThawing.test(source)) return false;
  // A comment that names the rule about it, or one like it, says nothing of the code.
  const text = source.replace(/\b(missing-freeze|frozen-(module|params)-[a-z-]+)/g, "");
  return text.split("\n").some((line) => saysFreezing.test(line) && !deniesFreezing.test(line));
});

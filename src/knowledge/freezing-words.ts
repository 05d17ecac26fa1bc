/** One of the words without which a file cannot speak of frozen layers. */
export const mentionsFreezing = /extract|freez|frozen|fixed|prob(e|ing)\b|\bonly\b|\bjust\b/i;

/** How names, flags and comments say that a part of a model is not trained. */
export const saysFreezing =
  /feature[\s_-]*extract(ion|ing|or\b|\b)|freez|frozen|\bfixed[\s_-]*(feature|backbone|encoder)|linear[\s_-]*prob(e|ing)\b|\b(only|just)\b.{0,20}\b(head|classifier|last layer|final layer)|(head|classifier|last layer|final layer)[\s_-]*only/i;

/** On the same line, they say the opposite. */
export const deniesFreezing =
  /[=:]\s*(False|0)\b|\b(nothing|not|never|no|none|without|every|all|whole|entire|fine-?tun\w*)\b|extractor\b(?<!fixed feature extractor)/i;

/** How a file says that what is frozen is trained later, or that all of it is trained. */
export const saysThawing = /unfreez|un_freez|thaw|fine_?tun(e|ing)_?(all|backbone|whole)\s*=\s*True/i;

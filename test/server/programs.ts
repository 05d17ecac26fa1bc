/** Small programs with one finding each, so that a test says which one it is about. */
export const nanComparison = "import numpy as np\n\n\ndef is_missing(value):\n    return value == np.nan\n";
export const nanRule = "nan-equality";

/** A suppression comment that names no rule: a finding in either language, whatever libraries are in use. */
export const emptySuppression = "value = 1  # preflight: ignore\n";
export const emptySuppressionRule = "suppression-without-rule";

/** Constants that are "not a number", by full path. Source: https://numpy.org/doc/stable/reference/constants.html#numpy.nan */
export const nanConstants: ReadonlySet<string> = new Set([
  "numpy.nan",
  "numpy.NaN",
  "numpy.NAN",
  "math.nan",
  "cmath.nan",
  "torch.nan",
  "cupy.nan",
  "jax.numpy.nan",
]);

/** Functions that make a number, and "not a number" of the string "nan". */
export const numberMakers: ReadonlySet<string> = new Set([
  "builtins.float",
  "numpy.float16",
  "numpy.float32",
  "numpy.float64",
  "numpy.half",
  "numpy.single",
  "numpy.double",
  "decimal.Decimal",
]);

/** Missing values of pandas. They are one object each, so `is` finds them where `==` never does. */
export const missingConstants: ReadonlySet<string> = new Set(["pandas.NA", "pandas.NaT"]);

/** Functions and methods that are `==` and `!=` under other names. */
export const equalityFunctions: ReadonlySet<string> = new Set([
  "numpy.equal",
  "numpy.not_equal",
  "torch.eq",
  "torch.ne",
  "operator.eq",
  "operator.ne",
]);
export const equalityMethods: ReadonlySet<string> = new Set(["eq", "ne"]);

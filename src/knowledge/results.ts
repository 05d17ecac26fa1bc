import { isModuleType } from "./torch.js";

/** Functions whose result has a type worth knowing, where the function is not the class itself. */
const results: ReadonlyMap<string, string> = new Map<string, string>([
  ["torch.tensor", "torch.Tensor"],
  ["torch.zeros", "torch.Tensor"],
  ["torch.ones", "torch.Tensor"],
  ["torch.rand", "torch.Tensor"],
  ["torch.randn", "torch.Tensor"],
  ["torch.cat", "torch.Tensor"],
  ["torch.stack", "torch.Tensor"],
  ["torch.from_numpy", "torch.Tensor"],
  ["numpy.array", "numpy.ndarray"],
  ["numpy.asarray", "numpy.ndarray"],
  ["numpy.load", "numpy.ndarray"],
  ["numpy.concatenate", "numpy.ndarray"],
  ["pandas.concat", "pandas.DataFrame"],
  ["pandas.merge", "pandas.DataFrame"],
  ["pandas.get_dummies", "pandas.DataFrame"],
  ["pandas.to_datetime", "pandas.Series"],
  ["sklearn.pipeline.make_pipeline", "sklearn.pipeline.Pipeline"],
  ["sklearn.compose.make_column_transformer", "sklearn.compose.ColumnTransformer"],
  ["imblearn.pipeline.make_pipeline", "imblearn.pipeline.Pipeline"],
  ["builtins.list", "builtins.list"],
  ["builtins.dict", "builtins.dict"],
  ["builtins.set", "builtins.set"],
  ["collections.defaultdict", "builtins.dict"],
]);

/** The type of what a library call makes: the class that is called, or what is known of the function. */
export function resultType(path: string): string | undefined {
  const known = results.get(path);
  if (known !== undefined) return known;
  if (/^pandas\.read_\w+$/.test(path)) return "pandas.DataFrame";
  if (/^polars\.((read|scan)_\w+|from_\w+|concat)$/.test(path)) return "polars.DataFrame";
  const last = path.slice(path.lastIndexOf(".") + 1);
  const isClass = last[0] !== undefined && last[0] >= "A" && last[0] <= "Z";
  return isClass || isModuleType(path) ? path : undefined;
}

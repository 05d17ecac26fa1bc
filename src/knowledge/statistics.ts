/** Calls that sum up rows in a few numbers, and what may be done with those numbers. */
export const statisticMethods: ReadonlySet<string> = new Set([
  "mean",
  "median",
  "std",
  "var",
  "min",
  "max",
  "amin",
  "amax",
  "quantile",
  "mode",
  "nanmean",
  "nanmedian",
  "describe",
  "mad",
  "ptp",
]);

/** numpy, torch and TensorFlow spell the same as functions of an array. */
export function isStatisticFunction(path: string): boolean {
  return /^(numpy\.(nan)?(mean|median|std|var|min|max|percentile|quantile|average|ptp)|numpy\.a(min|max)|cupy\.(mean|std|min|max)|torch\.(mean|std|var|median|nanmean|nanmedian|quantile|min|max|amin|amax|std_mean|var_mean)|scipy\.stats\.(\w+\.)*(mode|iqr|median_abs_deviation|trim_mean|gmean)|statistics\.(mean|median|mode|stdev|pstdev)|tensorflow\.(math\.)?reduce_(mean|std|min|max|variance)|builtins\.(min|max))$/.test(
    path,
  );
}

/** Functions that sum up all rows and bring each into relation to that, in one call. */
export function isWholeScaling(path: string): boolean {
  return /^(scipy\.stats\.(\w+\.)*(zscore|gzscore|rankdata|boxcox|yeojohnson|winsorize)|sklearn\.preprocessing\.(\w+\.)*(scale|minmax_scale|maxabs_scale|robust_scale|quantile_transform|power_transform))$/.test(
    path,
  );
}

/** Methods and functions that give a statistic in another form: rounded, as a number, as an array. */
export const reshapingMethods: ReadonlySet<string> = new Set([
  "item",
  "to_dict",
  "to_numpy",
  "to_list",
  "tolist",
  "round",
  "astype",
  "abs",
  "fillna",
  "replace",
  "clip",
  "clamp",
  "clamp_min",
  "reshape",
  "view",
  "copy",
  "clone",
  "float",
  "squeeze",
  "unsqueeze",
  "ravel",
  "flatten",
  "get",
  "to",
  "cpu",
  "cuda",
  "numpy",
  "rename",
  "reset_index",
  "head",
  "sqrt",
]);

export function isReshapingFunction(path: string): boolean {
  return /^(numpy\.(array|asarray|sqrt|abs|absolute|round|around|log|maximum|minimum|expand_dims|float\d*|where|take|nan_to_num|squeeze|reshape|ravel|stack|broadcast_to)|builtins\.(float|int|round|abs|dict|list|tuple)|pandas\.(Series|DataFrame)|torch\.(tensor|as_tensor|from_numpy|sqrt|clamp|clamp_min|FloatTensor|stack)|tensorflow\.(constant|cast|sqrt)|math\.sqrt)$/.test(
    path,
  );
}

/** Methods and functions that put numbers they are given into rows: filled in, cut off at, divided by. */
export const changingMethods: ReadonlySet<string> = new Set([
  "fillna",
  "clip",
  "clip_",
  "clamp",
  "clamp_",
  "where",
  "mask",
  "replace",
  "sub",
  "sub_",
  "subtract",
  "div",
  "div_",
  "divide",
  "add",
  "mul",
  "multiply",
  "combine_first",
  "fill_null",
  "fill_nan",
  "floordiv",
  "truediv",
]);

/** `pl.col("age")` is a column of whichever frame the expression is given to. */
export function isColumnExpression(path: string): boolean {
  return path === "polars.col" || path === "polars.all";
}

export function isChangingFunction(path: string): boolean {
  return /^(numpy\.(clip|where|nan_to_num|divide|true_divide|subtract|minimum|maximum|select)|torch\.(clamp|where|nan_to_num|div|sub)|tensorflow\.(clip_by_value|where)|torchvision\.transforms\.(\w+\.)*normalize)$/.test(
    path,
  );
}

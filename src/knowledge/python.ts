/** What builtins and small helpers around loops hand through. "same": the elements of the first argument; "counted": (index, element); "parallel": a tuple of each argument's elements. */
export const iterates: ReadonlyMap<string, "same" | "counted" | "parallel"> = new Map<
  string,
  "same" | "counted" | "parallel"
>([
  ["builtins.enumerate", "counted"],
  ["builtins.zip", "parallel"],
  ["itertools.zip_longest", "parallel"],
  ["builtins.list", "same"],
  ["builtins.tuple", "same"],
  ["builtins.iter", "same"],
  ["builtins.reversed", "same"],
  ["builtins.sorted", "same"],
  ["builtins.set", "same"],
  ["itertools.islice", "same"],
  ["itertools.cycle", "same"],
  ["itertools.chain", "same"],
  ["tqdm.tqdm", "same"],
  ["tqdm.auto.tqdm", "same"],
  ["tqdm.notebook.tqdm", "same"],
  ["tqdm.autonotebook.tqdm", "same"],
  ["tqdm.tqdm_notebook", "same"],
  ["rich.progress.track", "same"],
  ["fastprogress.progress_bar", "same"],
  ["fastprogress.fastprogress.progress_bar", "same"],
  ["fastprogress.master_bar", "same"],
]);

/** Builtin functions whose result is a plain number or string, never a tensor with a graph. */
export const plainResults: ReadonlySet<string> = new Set([
  "builtins.float",
  "builtins.int",
  "builtins.str",
  "builtins.len",
  "builtins.bool",
  "builtins.round",
]);

/** Functions that take a function and do not call it there. */
export const keepsFunctions: ReadonlySet<string> = new Set([
  "functools.wraps",
  "functools.partial",
  "functools.update_wrapper",
  "functools.lru_cache",
  "functools.cache",
  "builtins.property",
  "builtins.staticmethod",
  "builtins.classmethod",
  "builtins.isinstance",
  "builtins.callable",
  "builtins.hasattr",
  "builtins.getattr",
  "builtins.setattr",
  "builtins.print",
  "builtins.type",
  "builtins.super",
  "inspect.signature",
  "inspect.getfullargspec",
  "torch.compile",
  "torch.jit.script",
  "tensorflow.function",
]);

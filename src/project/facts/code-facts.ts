/**
 * What a file of code does, as far as its text alone tells: plain data that detectors of the checklist search.
 * Comments, docstrings, the outputs of notebooks and Markdown cells are no part of it. All paths count from the project's root.
 */
export interface CodeFile {
  readonly path: string;
  readonly language: "python" | "typescript";
  readonly role: CodeRole;
  readonly imports: readonly ImportFact[];
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  readonly calls: readonly CallFact[];
  readonly assigns: readonly AssignFact[];
  readonly guards: readonly GuardFact[];
  /** Does it begin with `if __name__ == "__main__"`, or do something at its top level that is no definition? */
  readonly runsAlone: boolean;
}

/**
 * `source` is the product's own code; `aside` are examples, benchmarks, documents and templates.
 * What third parties wrote and what was built is not among the files at all.
 */
export type CodeRole = "source" | "test" | "notebook" | "aside";

export interface CodePlace {
  readonly line: number;
  /** In a notebook, where lines count within the cell. */
  readonly cell?: number;
}

export interface ImportFact extends CodePlace {
  /** `torch.utils.data`, `.models`, `@tensorflow/tfjs`. */
  readonly module: string;
  /** The names that are imported from it; empty for the module itself. */
  readonly names: readonly string[];
  /** The project's file that it leads to. */
  readonly target: string | undefined;
  /** Within `try: ... except ImportError:`. */
  readonly isOptional: boolean;
}

export interface FunctionFact extends CodePlace {
  /** `fit`, `Trainer.fit`, `outer.inner`: unique in its file but for redefinitions. */
  readonly name: string;
  readonly endLine: number;
  readonly params: readonly ParamFact[];
  readonly decorators: readonly CalleeFact[];
  readonly hasReturn: boolean;
  readonly returns: string | undefined;
}

export interface ParamFact {
  readonly name: string;
  /** The annotation as written. */
  readonly annotation: string | undefined;
  readonly default: FactValue | undefined;
}

export interface ClassFact extends CodePlace {
  readonly name: string;
  readonly endLine: number;
  /** With imports resolved: `torch.nn.Module`; a class of the project as `src/models.py#Net`. */
  readonly bases: readonly string[];
  readonly decorators: readonly CalleeFact[];
  /** The attributes that its body sets or annotates, with the annotation as written. */
  readonly fields: readonly ParamFact[];
  readonly methods: readonly string[];
}

/** What is called, or named in a decorator. */
export interface CalleeFact {
  /**
   * With imports and aliases resolved: `sklearn.model_selection.train_test_split`; a method of an object that a library's
   * class made: `sklearn.preprocessing.StandardScaler.fit`. Undefined where it is not known what is called.
   */
  readonly path: string | undefined;
  /** The last name: `fit` of `model.fit(x)`. */
  readonly name: string;
  /** The callee as written, `self.model.fit`. */
  readonly text: string;
  /** The project's own function or class that is called: `src/train.py#train`, `src/models.py#Net`. */
  readonly target: string | undefined;
  readonly positional: readonly FactValue[];
  readonly named: Readonly<Record<string, FactValue>>;
  /** Does `**config` or `*parts` hand on what is not written down here? Left out when not. */
  readonly spreads?: true;
}

export interface CallFact extends CalleeFact, CodePlace {
  /** The name of the function around it; empty at the top level of the file, `__main__` where only a run of the file itself comes. */
  readonly within: string;
  /** Is it in a loop of its own function? */
  readonly inLoop: boolean;
  /** The nearest `except` around it ends without raising again or leaving the program: a failure goes unnoticed. */
  readonly isSwallowed: boolean;
  /** What becomes of the result. `guard`: it stands in a test that decides whether to raise or leave. */
  readonly result: "discarded" | "named" | "returned" | "asserted" | "guard" | "used";
  /** The variable or attribute that gets the result, as written. */
  readonly resultName: string | undefined;
}

/** A name, attribute or entry that is set: `LR = 3e-4`, `os.environ["WANDB_DISABLED"] = "true"`. */
export interface AssignFact extends CodePlace {
  /** As written. */
  readonly target: string;
  readonly within: string;
  readonly value: FactValue;
}

/** A test that decides whether what follows goes on: an `assert`, or an `if` whose body raises or leaves the program. */
export interface GuardFact extends CodePlace {
  readonly within: string;
  readonly effect: "raise" | "exit" | "assert" | "return-false" | "warn" | "collect";
  /** The names, attributes and string keys that the test mentions, calls included: `accuracy`, `recall_score`, `f1`. */
  readonly mentions: readonly string[];
  readonly comparisons: readonly ComparisonFact[];
  /** Nothing in the test can change: `assert True`, `assert 1 == 1`. */
  readonly isConstant: boolean;
  /** The test as written, shortened. */
  readonly text: string;
}

export interface ComparisonFact {
  readonly left: FactValue;
  readonly operator: string;
  readonly right: FactValue;
}

/** A value as far as the text shows it. Names that are set once to a literal stand for it. */
export type FactValue =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly items: readonly FactValue[] }
  | { readonly kind: "dict"; readonly entries: Readonly<Record<string, FactValue>> }
  /** A call, or a library's or the project's own symbol: `path` as in `CalleeFact`. */
  | {
      readonly kind: "call";
      readonly path: string | undefined;
      readonly name: string;
      readonly text: string;
      readonly positional: readonly FactValue[];
      readonly named: Readonly<Record<string, FactValue>>;
      readonly spreads?: true;
    }
  | {
      readonly kind: "symbol";
      readonly path: string | undefined;
      readonly target: string | undefined;
      readonly text: string;
    }
  | { readonly kind: "unknown"; readonly text: string };

import type { Call, Expression, Mapping } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { eachExpression, eachStatement, pushParts } from "../code/visit.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { lastName, roleOfPlainName } from "./named-roles.js";
import { nameGiven, roleOfName } from "./own-names.js";
import { rolesIn } from "./roles.js";
import { isMask, maskOfScore, readInEvaluation } from "./wrong-masks.js";
import { openFallbacks } from "./open-fallbacks.js";
import { isPartOfHeldOut } from "./parts-of-held-out.js";
import { mismatched, wrongPairsIn } from "./wrong-pairs.js";
import type { Purpose } from "./splits.js";

/** An expression that gives the training part where a held-out one is called for. */
export interface WrongPart {
  readonly at: Expression;
  /** What is called for. */
  readonly wanted: "validation" | "test";
}

/** Slips by which the training part stands for what is held out, each place once, in order of the source. */
export function wrongPartsIn(model: Model): readonly WrongPart[] {
  const found = new Map<number, WrongPart>();
  const add = (at: Expression | undefined, wanted: Purpose | undefined): void => {
    if (at === undefined || wanted === undefined || wanted === "train" || isPartOfHeldOut(model, at)) return;
    if (!found.has(at.start)) found.set(at.start, { at, wanted });
  };
  const fallbacks = openFallbacks(model);
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Assign" && statement.value !== undefined && !fallbacks.has(statement)) {
      // `test = train` alone says openly what it does, where nothing else could be meant.
      for (const target of statement.value.kind === "Name" ? [] : statement.targets)
        eachPair(target, statement.value, (name, value) => {
          add(givenFor(value), name);
        });
      for (const target of statement.targets) add(maskOfScore(target, statement.value), roleOfPlainName(target));
    } else if (statement.kind === "Return" && !fallbacks.has(statement)) add(...twiceReturned(model, statement.value));
    else if (statement.kind === "FunctionStatement") {
      add(...readInEvaluation(statement.function));
      add(...returnedByLoaderMethod(statement.function));
    }
  });
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Mapping") eachEntry(expression, (name, value) => add(givenFor(value), name));
    // `pred[test_mask] == y[train_mask]`.
    if (expression.kind === "Comparison" && /^[!=]=$/.test(expression.operators[0] ?? ""))
      add(...mismatched(expression.operands));
    if (expression.kind !== "Call") return;
    for (const { name, value } of expression.args) {
      if (name !== undefined && dataKeyword.test(name))
        add(plainTrain(value) ?? trainPair(model, value), roleOfName(name));
    }
    add(...twiceGiven(model, expression));
    add(...mismatched(expression.args.filter(({ name }) => name === undefined).map(({ value }) => value)));
  });
  for (const { at, wanted } of [...loadersOfTrain(model), ...wrongPairsIn(model)]) add(at, wanted);
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

/** A loader that is called after held-out rows, over what is certainly the training side of a split. */
function loadersOfTrain(model: Model): readonly WrongPart[] {
  return model.calls.flatMap((event): readonly WrongPart[] => {
    const { callee, args } = event.call;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (!makesLoader.test(name) || namesHeldOut(event.call)) return [];
    const given = nameGiven(model.form, event.call);
    const wanted = given === undefined || /cal/i.test(given) ? undefined : roleOfName(given);
    if ((wanted !== "test" && wanted !== "validation") || event.loops !== undefined) return [];
    const [first] = args;
    const roles = rolesIn(model, event.args.positional[0]);
    const isTrain =
      roles.length > 0 && roles.every(({ purpose, part }) => purpose === "train" && part?.needsOther === false);
    return first === undefined || first.name !== undefined || !isTrain ? [] : [{ at: first.value, wanted }];
  });
}

function eachPair(
  target: Expression,
  value: Expression,
  visit: (name: Purpose | undefined, value: Expression) => void,
): void {
  if (target.kind === "Sequence" && value.kind === "Sequence" && target.items.length === value.items.length)
    target.items.forEach((item, index) => eachPair(item, value.items[index]!, visit));
  else visit(/calib/i.test(lastName(target) ?? "") ? undefined : roleOfPlainName(target), value);
}

function eachEntry({ entries }: Mapping, visit: (name: Purpose | undefined, value: Expression) => void): void {
  for (const { key, value } of entries)
    if (key?.kind === "Literal" && typeof key.value === "string") visit(roleOfName(key.value), value);
}

const dataKeyword =
  /^(val(id(ation)?)?|test|eval)_?(data(set|loaders?)?|set|loader|ds|dl|df|mask|x|y|features|labels)?$|^(x|y)_(val|valid|test)$/i;

/** What of the training part is handed to something that makes held-out rows or works out their score. */
function givenFor(value: Expression): Expression | undefined {
  const plain = plainTrain(value);
  if (plain !== undefined) return plain;
  if (value.kind === "Subscript") return choosesColumns(value.index) ? plainTrain(value.object) : undefined;
  if (value.kind !== "Call") return undefined;
  const { callee, args } = value;
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  const chosen = makesLoader.test(name) || /Subset$/.test(name) ? trainIndices(value) : undefined;
  if (chosen !== undefined || namesHeldOut(value)) return chosen;
  if (callee.kind === "Attribute" && /^(map|batch|prefetch|cache|copy|to_numpy|astype|to|float)$/.test(name))
    return givenFor(callee.object);
  const given = args.map((arg) => arg.value);
  if (makesLoader.test(name))
    return given
      .slice(0, 2)
      .map((arg) => trainIn(arg))
      .find((arg) => arg !== undefined);
  if (!scores.test(name) || /cross|oob|train/i.test(name)) return undefined;
  return given.map((arg) => trainIn(arg)).find((arg) => arg !== undefined);
}

/** `Subset(rows, train_idx)`, `DataLoader(rows, sampler=train_sampler)`: what chooses the rows says which they are. */
function trainIndices({ callee, args }: Call): Expression | undefined {
  const isSubset = /Subset$/.test(callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "");
  const given =
    args.find(({ name }) => name === (isSubset ? "indices" : "sampler")) ?? (isSubset ? args[1] : undefined);
  const sampler = given?.value;
  const chosen =
    sampler?.kind === "Call" && /Sampler$/.test(lastName(sampler.callee) ?? "") ? sampler.args[0]?.value : sampler;
  if (chosen === undefined || !/idx|ind(ex|ices)|ids|sampler/i.test(lastName(chosen) ?? "")) return undefined;
  return roleOfPlainName(chosen) === "train" ? chosen : undefined;
}

const makesLoader = /(loader|dataset|DMatrix|^Pool|from_tensor_slices)$/i;
const scores =
  /^(predict(_proba)?|score|evaluate|eval|test|validate|(eval|test|val|validate|evaluate)_(epoch|model|fn|step|loop|one_epoch)|(calc_|compute_|get_)?(acc(uracy)?|f1|auc|loss|mse|mae|rmse)|\w+_(score|error|loss)|accuracy|criterion)$/;

/** `(x_train, y_train)`, in a file that has held-out rows to give. */
function trainPair(model: Model, value: Expression): Expression | undefined {
  const isPair = value.kind === "Sequence" && value.items.length > 1;
  return isPair && value.items.every((item) => plainTrain(item) !== undefined) && hasHeldOut(model) ? value : undefined;
}

const hasHeldOut = perModel((model) => {
  let found = false;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Name" && rowWords.test(expression.id))
      found ||= /^(validation|test)$/.test(roleOfPlainName(expression) ?? "");
  });
  return found;
});

/** By itself, or by a mask: `out[train_mask]`. */
function trainIn(expression: Expression): Expression | undefined {
  if (expression.kind === "Subscript" && isMask(expression.index)) return expression.index;
  return plainTrain(expression);
}

/** A plain name of training data; settings, models and numbers of the training are no rows. */
function plainTrain(expression: Expression): Expression | undefined {
  if (expression.kind !== "Name" && expression.kind !== "Attribute" && expression.kind !== "Subscript")
    return undefined;
  if (expression.kind === "Subscript" && expression.index.kind !== "Literal") return undefined;
  if (roleOfPlainName(expression) !== "train" || namesHeldOut(expression)) return undefined;
  const last = lastName(expression) ?? "";
  return (/^tr(ai)?n$/i.test(last) || rowWords.test(last)) &&
    !/(^|_)(fn|func|size|len|num|n|transforms?|config|cfg|args|metrics?|loss|acc|score|mode|steps?|batch|name|ratio|frac(tion)?|percent|stats|statistics|history|results?)$/i.test(
      last,
    )
    ? expression
    : undefined;
}

/** Words in the names of what holds rows. */
const rowWords =
  /loader|data|set|mask|df|ds|dl|idx|ind(ex|ices)|iter|feature|label|target|image|file|path|text|gen|^[xy]_?(tr|te|val)|_[xy]$|split/i;

/** Is there a word of held-out rows in it, such as the sampler of the validation part? */
function namesHeldOut(expression: Expression): boolean {
  let found = false;
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined && !found; next = pending.pop()) {
    const name = next.kind === "Name" ? next.id : next.kind === "Attribute" ? next.name : undefined;
    const text = name ?? (next.kind === "Literal" && typeof next.value === "string" ? next.value : undefined);
    const isCalled = expression.kind === "Call" && next === expression.callee;
    const role = text === undefined || isCalled ? undefined : roleOfName(text);
    found = role === "validation" || role === "test";
    if (isCalled && next.kind === "Attribute") pending.push(next.object);
    else pushParts(next, pending);
    if (next.kind === "Call")
      found ||= next.args.some(({ name: keyword }) =>
        /^(sampler|batch_sampler|indices|split|subset|train)$/.test(keyword ?? ""),
      );
  }
  return found;
}

/** `frame[features]`, `frame["label"]`, `frame[["a", "b"]]`: columns, not rows. */
function choosesColumns(index: Expression): boolean {
  if (index.kind === "Literal") return typeof index.value === "string" && roleOfName(index.value) === undefined;
  if (index.kind === "Sequence")
    return (
      index.form === "list" && index.items.every((item) => item.kind === "Literal" && typeof item.value === "string")
    );
  return /feature|col|target|label|predictor/i.test(lastName(index) ?? "") && roleOfPlainName(index) === undefined;
}

/** `def test_dataloader(self): return DataLoader(self.train_set)`. */
function returnedByLoaderMethod({ name, params, body }: FunctionForm): [Expression | undefined, Purpose | undefined] {
  const [, word] = /^(?:get_|make_|build_)?(val(?:id(?:ation)?)?|test)_?(?:data)?_?loader$/i.exec(name ?? "") ?? [];
  const own = new Set(params.map((param) => param.name));
  let found: Expression | undefined;
  for (const statement of word === undefined ? [] : body) {
    const given = statement.kind === "Return" && statement.value !== undefined ? givenFor(statement.value) : undefined;
    if (given !== undefined && !own.has(lastName(given) ?? "")) found ??= given;
  }
  return [found, word?.toLowerCase() === "test" ? "test" : "validation"];
}

/** fastai's `DataLoaders(train, train)` and `DataLoaders.from_dsets(train, train)`. */
function twiceGiven(model: Model, { callee, args }: Call): [Expression | undefined, Purpose | undefined] {
  const [first, second] = args;
  const name = lastName(callee);
  if ((name !== "DataLoaders" && name !== "from_dsets") || first === undefined || second?.name !== undefined)
    return [undefined, undefined];
  const isSame = second !== undefined && model.text(first.value) === model.text(second.value);
  return [isSame ? plainTrain(second.value) : undefined, "validation"];
}

/** `return train_data, train_data`: the second was to be something else. */
function twiceReturned(model: Model, value: Expression | undefined): [Expression | undefined, Purpose | undefined] {
  if (value?.kind !== "Sequence" || value.form === "set") return [undefined, undefined];
  const given = value.items.map((item) => givenFor(item));
  const texts = given.map((item) => (item === undefined ? undefined : model.text(item)));
  const again = given.find((item, index) => item !== undefined && texts.indexOf(texts[index]) < index);
  return [again, "test"];
}

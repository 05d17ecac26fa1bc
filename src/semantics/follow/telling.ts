import type { Attribute, Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm, Import, Statement } from "../../syntax/form.js";
import { effects, topics, type Topic, type TopicWords } from "../../knowledge/topics.js";
import { memo } from "../code/memo.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { eachStatement, eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";

export const topicsOf = memo((form: FormModule): ReadonlySet<Topic> => {
  const { ofFile } = tellingOf(form);
  const isTest = isUnitTestFile(form);
  return new Set(
    allTopics.filter((topic) => (ofFile & bitOf(topics[topic].evidence)) !== 0 && (topics[topic].inTests || !isTest)),
  );
});

export const allTopics = Object.keys(topics).filter((name): name is Topic => name in topics);

/** Can following a function tell anything of these topics, through what it calls in the same file, too? */
export function isTelling(module: FormModule, form: FunctionForm, asked: Iterable<Topic>): boolean {
  const found = tellingOf(module).ofFunctions.get(form) ?? 0;
  for (const topic of asked) {
    const { words: lists, everyFunction }: TopicWords = topics[topic];
    if (everyFunction === true && module.language === "typescript") return true;
    if (lists.every((words) => (found & bitOf(words)) !== 0)) return true;
  }
  return false;
}

/** May a function do anything to what it is given, or make anything, that is asked about? */
export function hasEffects(module: FormModule, form: FunctionForm): boolean {
  return ((tellingOf(module).ofFunctions.get(form) ?? 0) & bitOf(effects)) !== 0;
}

/** What kinds of words stand in a file and in each of its functions, a bit for each list of words. */
interface Telling {
  readonly ofFile: number;
  readonly ofFunctions: ReadonlyMap<FunctionForm, number>;
}

const wordLists: readonly RegExp[] = [
  ...new Set([effects, ...allTopics.flatMap((topic) => [topics[topic].evidence, ...topics[topic].words])]),
];
const bits = new Map(wordLists.map((words, index) => [words, 1 << index]));

const bitsAcrossMethods = bitsWhere(({ acrossMethods }) => acrossMethods === true);
const bitsOfMethods = bitsWhere(({ throughObjects }) => throughObjects === false);

function bitsWhere(holds: (topic: TopicWords) => boolean): number {
  return allTopics
    .filter((topic) => holds(topics[topic]))
    .flatMap((topic) => topics[topic].words)
    .reduce((found, words) => found | bitOf(words), 0);
}

function bitOf(words: RegExp): number {
  return bits.get(words) ?? 0;
}

/** Most names are in no list, which one look tells. */
const anyWords = new RegExp(wordLists.map(({ source }) => source).join("|"));

/** Longer strings are prose. */
const longestWord = 60;

const knownWords = new Map<string, number>();
/** The same few thousand names stand in all code; generated code must not fill the memory. */
const mostKnown = 50_000;

function bitsOfWord(name: string): number {
  let found = knownWords.get(name);
  if (found === undefined) {
    found = 0;
    if (anyWords.test(name)) for (const [words, bit] of bits) if (words.test(name)) found |= bit;
    if (knownWords.size < mostKnown) knownWords.set(name, found);
  }
  return found;
}

/** A function or method of the file. */
interface Named {
  readonly form: FunctionForm;
  /** The class that it is a method of. */
  readonly owner: string | undefined;
  /** What else of the file it names. */
  readonly mentions: Set<string>;
  bits: number;
}

const tellingOf = memo(({ body }: FormModule): Telling => {
  const reading: Reading = { defined: definedNames(body), functions: [], around: [], ofFile: 0 };
  readBody(reading, body, undefined);
  const { functions } = reading;
  const callers = new Map<string, Named[]>();
  const methods = new Map<string, Named[]>();
  for (const named of functions) {
    for (const name of named.mentions) push(callers, name, named);
    if (named.owner !== undefined) push(methods, named.owner, named);
  }
  const pending = functions.filter((named) => named.bits !== 0);
  const give = (to: Named, more: number): void => {
    if ((to.bits | more) === to.bits) return;
    to.bits |= more;
    pending.push(to);
  };
  for (let named = pending.pop(); named !== undefined; named = pending.pop()) {
    const { owner, form, bits: own } = named;
    if (form.name !== undefined) for (const caller of callers.get(form.name) ?? []) give(caller, own);
    if (owner === undefined) continue;
    // Who makes an object may call any of its methods.
    for (const maker of callers.get(owner) ?? []) give(maker, own & ~bitsOfMethods);
    for (const other of methods.get(owner) ?? []) give(other, own & bitsAcrossMethods);
  }
  return { ofFile: reading.ofFile, ofFunctions: new Map(functions.map((named) => [named.form, named.bits])) };
});

function push(lists: Map<string, Named[]>, key: string, named: Named): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [named]);
  else list.push(named);
}

/** Only what the file itself defines can lead from one function to another. */
function definedNames(body: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  eachStatement(body, (statement) => {
    if (statement.kind === "ClassStatement" && statement.name !== undefined) names.add(statement.name);
    else if (statement.kind === "FunctionStatement" && statement.function.name !== undefined)
      names.add(statement.function.name);
  });
  return names;
}

interface Reading {
  readonly defined: ReadonlySet<string>;
  readonly functions: Named[];
  /** The functions that we are in, outermost first. */
  readonly around: Named[];
  ofFile: number;
}

function mention(reading: Reading, name: string, leaving = 0): void {
  addBits(reading, bitsOfWord(name) & ~leaving);
  if (reading.defined.has(name)) for (const named of reading.around) named.mentions.add(name);
}

function addBits(reading: Reading, more: number): void {
  if (more === 0) return;
  reading.ofFile |= more;
  for (const named of reading.around) named.bits |= more;
}

function readFunction(reading: Reading, form: FunctionForm, owner: string | undefined): void {
  const named: Named = { form, owner, mentions: new Set(), bits: 0 };
  reading.functions.push(named);
  reading.around.push(named);
  const effect = bitOf(effects);
  if (form.name !== undefined) mention(reading, form.name, effect);
  for (const { name } of form.params) mention(reading, name, effect);
  readExpressions(reading, [...form.decorators]);
  readBody(reading, form.body, undefined);
  reading.around.pop();
}

function readBody(reading: Reading, body: readonly Statement[], owner: string | undefined): void {
  const pending: Expression[] = [];
  eachStatementInScope(body, (statement) => {
    pushEvaluated(reading, statement, pending);
    readExpressions(reading, pending);
    if (statement.kind === "FunctionStatement") readFunction(reading, statement.function, owner);
    else if (statement.kind === "ClassStatement") readBody(reading, statement.body, statement.name);
    else if (statement.kind === "Import") readImport(reading, statement);
  });
}

function readImport(reading: Reading, { module, names }: Import): void {
  for (const part of module.split(/[./]/)) mention(reading, part);
  for (const { imported, local } of names) {
    if (imported !== undefined) mention(reading, imported);
    mention(reading, local);
  }
}

/** Annotations say what a value is, and do nothing with it. */
function pushEvaluated(reading: Reading, statement: Statement, out: Expression[]): void {
  if (statement.kind === "Assign") {
    for (const target of statement.targets) {
      if (target.kind === "Attribute") addBits(reading, bitsOfWord(`${target.name}=`));
      out.push(target);
    }
    if (statement.value === undefined) return;
    readKept(reading, statement.value);
    out.push(statement.value);
  } else if (statement.kind === "FunctionStatement") {
    for (const { defaultValue } of statement.function.params) if (defaultValue !== undefined) out.push(defaultValue);
  } else pushExpressions(statement, out);
}

function readExpressions(reading: Reading, pending: Expression[]): void {
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    readMentions(reading, next);
    if (next.kind === "FunctionExpression") readFunction(reading, next.function, undefined);
    pushParts(next, pending);
  }
}

/** What an expression reads, calls, passes by name or writes as a key. */
function readMentions(reading: Reading, expression: Expression): void {
  if (expression.kind === "Name") mention(reading, expression.id);
  else if (expression.kind === "Attribute") mention(reading, expression.name);
  else if (expression.kind === "Literal" && typeof expression.value === "string") {
    if (expression.value.length <= longestWord) mention(reading, expression.value, bitOf(effects));
  } else if (expression.kind === "Call") {
    const { callee, args } = expression;
    let keywords = 0;
    for (const { name, value } of args) {
      readKept(reading, value);
      if (name === undefined) continue;
      keywords++;
      mention(reading, name);
    }
    if (callee.kind === "Name" || callee.kind === "Attribute")
      addBits(reading, bitsOfWord(`${callee.kind === "Name" ? callee.id : callee.name}!`));
    const called = callee.kind === "Name" ? callee.id : isOfOthers(callee) ? callee.name : undefined;
    if (called !== undefined) addBits(reading, bitsOfCall(called, args.length - keywords, keywords));
  }
}

function isOfOthers(callee: Expression): callee is Attribute {
  return callee.kind === "Attribute" && !(callee.object.kind === "Name" && callee.object.id === "self");
}

/** `self.activation = F.softmax`: a function that is kept or given to somebody. */
function readKept(reading: Reading, value: Expression): void {
  if (value.kind === "Attribute") addBits(reading, bitsOfWord(`${value.name}&`));
}

const knownCalls = new Map<string, number[]>();
const mostArguments = 30;

function bitsOfCall(name: string, plain: number, keywords: number): number {
  if (plain >= mostArguments || keywords >= mostArguments) return 0;
  let known = knownCalls.get(name);
  if (known === undefined) {
    known = [];
    if (knownCalls.size < mostKnown) knownCalls.set(name, known);
  }
  return (known[plain * mostArguments + keywords] ??= bitsOfWord(
    `${name}(${plain}${keywords === 0 ? "" : `,${keywords}`})`,
  ));
}

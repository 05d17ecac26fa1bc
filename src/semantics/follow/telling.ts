import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import { topics, type Topic, type TopicWords } from "../../knowledge/topics.js";
import { memo } from "../code/memo.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { eachExpression, eachStatement, pushExpressions, pushParts } from "../code/visit.js";

/** The topics on which a file can have an answer. */
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
  for (const topic of asked) if (topics[topic].words.every((words) => (found & bitOf(words)) !== 0)) return true;
  return false;
}

/** What kinds of words stand in a file and in each of its functions, a bit for each list of words. */
interface Telling {
  readonly ofFile: number;
  readonly ofFunctions: ReadonlyMap<FunctionForm, number>;
}

const wordLists: readonly RegExp[] = [
  ...new Set(allTopics.flatMap((topic) => [topics[topic].evidence, ...topics[topic].words])),
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

const knownWords = new Map<string, number>();

function bitsOfWord(name: string): number {
  let found = knownWords.get(name);
  if (found === undefined) {
    found = 0;
    for (const [words, bit] of bits) if (words.test(name)) found |= bit;
    // The same few thousand names stand in all code; generated code must not fill the memory.
    if (knownWords.size < 50_000) knownWords.set(name, found);
  }
  return found;
}

interface Named {
  readonly form: FunctionForm;
  /** The class that it is a method of. */
  readonly owner: string | undefined;
  readonly mentions: ReadonlySet<string>;
}

const tellingOf = memo(({ body }: FormModule): Telling => {
  const functions = functionsIn(body);
  const ofFunctions = new Map<FunctionForm, number>();
  // Only what the file itself defines can lead from one function to another.
  const callers = new Map<string, Named[]>();
  for (const { form, owner } of functions) {
    if (form.name !== undefined) callers.set(form.name, []);
    if (owner !== undefined) callers.set(owner, []);
  }
  const methods = new Map<string, Named[]>();
  for (const named of functions) {
    const { owner } = named;
    if (owner !== undefined) methods.set(owner, [...(methods.get(owner) ?? []), named]);
  }
  const pending: Named[] = [];
  let ofFile = bitsOfTopLevel(body);
  for (const named of functions) {
    let own = 0;
    for (const name of named.mentions) {
      callers.get(name)?.push(named);
      own |= bitsOfWord(name);
    }
    ofFile |= own;
    ofFunctions.set(named.form, own);
    if (own !== 0) pending.push(named);
  }
  const give = (to: Named, more: number): void => {
    const before = ofFunctions.get(to.form) ?? 0;
    if ((before | more) === before) return;
    ofFunctions.set(to.form, before | more);
    pending.push(to);
  };
  for (let named = pending.pop(); named !== undefined; named = pending.pop()) {
    const own = ofFunctions.get(named.form) ?? 0;
    const { owner, form } = named;
    if (form.name !== undefined) for (const caller of callers.get(form.name) ?? []) give(caller, own);
    if (owner === undefined) continue;
    // Who makes an object may call any of its methods.
    for (const maker of callers.get(owner) ?? []) give(maker, own & ~bitsOfMethods);
    for (const other of methods.get(owner) ?? []) give(other, own & bitsAcrossMethods);
  }
  return { ofFile, ofFunctions };
});

function functionsIn(body: readonly Statement[]): readonly Named[] {
  const found: Named[] = [];
  const owners = new Map<FunctionForm, string | undefined>();
  eachStatement(body, (statement) => {
    if (statement.kind === "ClassStatement") {
      for (const member of statement.body)
        if (member.kind === "FunctionStatement") owners.set(member.function, statement.name);
    }
    if (statement.kind === "FunctionStatement") {
      const form = statement.function;
      found.push({ form, owner: owners.get(form), mentions: mentionsOf(form) });
    }
  });
  eachExpression(body, (expression) => {
    if (expression.kind === "FunctionExpression")
      found.push({ form: expression.function, owner: undefined, mentions: mentionsOf(expression.function) });
  });
  return found;
}

/** Names outside of functions: imports, class bodies, the script itself. */
function bitsOfTopLevel(body: readonly Statement[]): number {
  let found = 0;
  const add = (name: string): void => {
    found |= bitsOfWord(name);
  };
  mentionsIn(body, add);
  eachStatement(body, (statement) => {
    if (statement.kind !== "Import") return;
    for (const part of statement.module.split(/[./]/)) add(part);
    for (const { imported, local } of statement.names) {
      if (imported !== undefined) add(imported);
      add(local);
    }
  });
  return found;
}

/** The names in a function: its own and those of its parameters, and what it reads, sets, calls, passes by name or writes as a key. */
function mentionsOf({ name, params, decorators, body }: FunctionForm): ReadonlySet<string> {
  const names = new Set<string>(params.map((param) => param.name));
  if (name !== undefined) names.add(name);
  const add = (mention: string): void => {
    names.add(mention);
  };
  mentionsIn(body, add);
  for (const decorator of decorators) eachPart(decorator, (part) => note(part, add));
  return names;
}

function mentionsIn(body: readonly Statement[], add: (name: string) => void): void {
  const pending: Expression[] = [];
  eachStatement(body, (statement) => {
    pushEvaluated(statement, pending, add);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      note(next, add);
      if (next.kind === "FunctionExpression") {
        for (const param of next.function.params) add(param.name);
        mentionsIn(next.function.body, add);
      }
      pushParts(next, pending);
    }
  });
}

/** Annotations say what a value is, and do nothing with it. */
function pushEvaluated(statement: Statement, out: Expression[], add: (name: string) => void): void {
  if (statement.kind === "Assign") {
    for (const target of statement.targets) {
      if (target.kind === "Attribute") add(`${target.name}=`);
      out.push(target);
    }
    if (statement.value === undefined) return;
    noteKept(statement.value, add);
    out.push(statement.value);
  } else if (statement.kind === "FunctionStatement") {
    const { name, params, decorators } = statement.function;
    if (name !== undefined) add(name);
    for (const param of params) {
      add(param.name);
      if (param.defaultValue !== undefined) out.push(param.defaultValue);
    }
    out.push(...decorators);
  } else pushExpressions(statement, out);
}

function note(expression: Expression, add: (name: string) => void): void {
  if (expression.kind === "Name") add(expression.id);
  else if (expression.kind === "Attribute") add(expression.name);
  else if (expression.kind === "Literal" && typeof expression.value === "string") add(expression.value);
  else if (expression.kind === "Call") {
    const { callee, args } = expression;
    const called = callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : undefined;
    const keywords = args.filter(({ name }) => name !== undefined).length;
    if (called !== undefined) add(`${called}(${args.length - keywords}${keywords === 0 ? "" : `,${keywords}`})`);
    for (const { name, value } of args) {
      if (name !== undefined) add(name);
      noteKept(value, add);
    }
  }
}

/** `self.activation = F.softmax`: a function that is kept or given to somebody. */
function noteKept(value: Expression, add: (name: string) => void): void {
  if (value.kind === "Attribute") add(`${value.name}&`);
}

function eachPart(expression: Expression, visit: (part: Expression) => void): void {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next);
    pushParts(next, pending);
  }
}

import type { Topic } from "../../knowledge/topics.js";
import { assignmentsTo, inheritedClasses } from "../code/class-attributes.js";
import { assumptions } from "./assumptions.js";
import { findMember } from "./attributes.js";
import { call, onAllowance } from "./enter.js";
import { runModule } from "./execute.js";
import { isModuleClass, setMode } from "./modes.js";
import { makeEntity, setField, type Frame, type Recording, type Run } from "./run.js";
import { rootsOf, setupMethods } from "./roots.js";
import { cell, Store } from "./store.js";
import { isTelling } from "./telling.js";
import { unit, type Unit } from "./unit.js";
import { Grad, Mode, noArguments, type Closure, type Entity, type UserClass, type Value } from "../values.js";
import type { Workspace } from "../workspace.js";
import type { FormModule } from "../../syntax/form.js";

/** How many statements and calls may be followed, so that calls of calls stay in bounds: about twelve for each line. */
const budgetPerCharacter = 0.3;
const leastBudget = 5000;
const rootBudget = 600;

/**
 * Follows a file as it would run: its top level first, then each function and method that nothing in the file calls,
 * with parameters of which only annotation and use are known: as far as it can tell anything of the topics.
 */
export function follow(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
  topics: ReadonlySet<Topic>,
): Run {
  const main = unit(document.path, document.form);
  const store = new Store();
  const record: Recording = {
    calls: [],
    accumulations: [],
    writes: [],
    deletions: [],
    returns: [],
    held: new Map(),
    values: new Map(),
  };
  const run: Run = {
    store,
    workspace,
    main,
    topics,
    units: new Map([[document.path, main]]),
    symbols: new Map(),
    record,
    grad: cell(Grad.on),
    followed: new Map(),
    standIns: new Map(),
    inner: [],
    frame: topFrame(main, store),
    loops: undefined,
    branches: undefined,
    alive: true,
    budget: leastBudget + document.form.text.length * budgetPerCharacter,
    forks: 0,
    isSurvey: false,
    wantsAgain: false,
    depth: 0,
    nextId: 1,
  };
  runModule(run, main);
  followInner(run, 0);
  for (const root of rootsOf(run, main)) followRoot(run, root);
  return run;
}

function topFrame(main: Unit, store: Store): Frame {
  return {
    closure: undefined,
    unit: main,
    scope: main.globals,
    call: undefined,
    caller: undefined,
    mark: store.mark(),
    forks: 0,
    returns: [],
    onYield: undefined,
    yields: [],
    isRoot: false,
  };
}

function followRoot(run: Run, closure: Closure): void {
  if (run.followed.has(closure.form) || run.budget <= 0 || !isTelling(run.main.form, closure.form, run.topics)) return;
  const bound: Closure = closure.owner === undefined ? closure : { ...closure, self: standIn(run, closure.owner) };
  for (const assumed of assumptions(run, closure.form)) {
    const mark = run.store.mark();
    run.alive = true;
    // A caller may have switched gradients off.
    run.store.set(run.grad, Grad.on | Grad.unknown);
    // One function that calls everything leaves something of the budget for the others.
    const { form } = closure;
    const before = run.inner.length;
    onAllowance(run, rootBudget + (form.end - form.start) * budgetPerCharacter, () =>
      call(run, bound, { ...noArguments, named: assumed }, undefined, { isRoot: true }),
    );
    followInner(run, before);
    run.store.rollback(mark);
  }
}

/** Functions inside another one that it hands back or on: somebody calls them, with what the outer one left for them. */
function followInner(run: Run, from: number): void {
  for (const closure of run.inner.slice(from)) {
    if (run.followed.has(closure.form) || run.budget <= 0 || !isTelling(run.main.form, closure.form, run.topics))
      continue;
    const mark = run.store.mark();
    run.alive = true;
    run.store.set(run.grad, Grad.on | Grad.unknown);
    const before = run.inner.length;
    onAllowance(run, rootBudget, () => call(run, closure, noArguments, undefined, { isRoot: true }));
    followInner(run, before);
    run.store.rollback(mark);
  }
}

/** The object that a class's methods share when nobody in sight makes one: its `__init__` has run, with unknown arguments. */
function standIn(run: Run, owner: UserClass): Value {
  const known = run.standIns.get(owner.form);
  if (known !== undefined) return known;
  const self = makeEntity(run, { how: "instance", args: { ...noArguments, open: true } }, undefined, [], {
    class: owner,
  });
  run.standIns.set(owner.form, self);
  const init = findMember(run, owner, "__init__") ?? findMember(run, owner, "constructor");
  if (init?.kind === "closure") call(run, { ...init, self }, noArguments, undefined, { isRoot: true });
  if (isModuleClass(owner)) setMode(run, self, Mode.unknown);
  else for (const method of setupMethods(run, owner)) setUp(run, { ...method, self });
  forgetBeginnings(run, self, owner);
  return self;
}

/**
 * `self.best = None` in the constructor, or `model: Model | null = null` in the class, is how it begins: what other methods put
 * there may be there when one is called.
 */
function forgetBeginnings(run: Run, self: Entity, owner: UserClass): void {
  const classes = inheritedClasses(owner);
  const isSetLater = (name: string): boolean =>
    classes.some((one) =>
      assignmentsTo(one, name).some(
        ({ method }) => method.name !== "__init__" && method.name !== "constructor" && !run.followed.has(method),
      ),
    );
  const later = (name: string): Value => makeEntity(run, { how: "attribute", of: self, name }, undefined, [self]);
  for (const [name, place] of self.fields)
    if (run.store.value(place)?.kind === "literal" && isSetLater(name)) run.store.set(place, later(name));
  if (owner.unit.form.language !== "typescript") return;
  for (const { members } of classes)
    for (const [name, place] of members.cells)
      if (run.store.value(place)?.kind === "literal" && !self.fields.has(name) && isSetLater(name))
        setField(self, name, cell(later(name)));
}

/** What callers do before they call anything else: its attributes are there for all other methods. */
function setUp(run: Run, method: Closure): void {
  if (run.followed.has(method.form) || !isTelling(method.unit.form, method.form, run.topics)) return;
  run.alive = true;
  run.store.set(run.grad, Grad.on | Grad.unknown);
  onAllowance(run, rootBudget, () => call(run, method, noArguments, undefined, { isRoot: true }));
}

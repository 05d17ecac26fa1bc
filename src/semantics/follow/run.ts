import type { Call, Expression } from "../../syntax/expressions.js";
import type { Branch, FunctionForm, Loop, Statement } from "../../syntax/form.js";
import type { Topic } from "../../knowledge/topics.js";
import type { Environment } from "./environment.js";
import type { Changes, Store } from "./store.js";
import { cell, type Cell } from "./store.js";
import type { Unit } from "./unit.js";
import type { CallArguments, Closure, Entity, LibrarySymbol, Origin, UserClass, Value } from "../values.js";
import type { Workspace } from "../workspace.js";

/** What is going on while code is followed: the store, where we are, and the record of what happened. */
export interface Run {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly main: Unit;
  /** What is asked about the file: the rest of it is not followed. */
  readonly topics: ReadonlySet<Topic>;
  readonly units: Map<string, Unit>;
  readonly symbols: Map<string, LibrarySymbol>;
  readonly record: Recording;
  /** Gradient state, as `Grad` flags. */
  readonly grad: Cell;
  /** How often the body of each function has been followed. */
  readonly followed: Map<FunctionForm, number>;
  /** The object that stands for each class of which nobody in sight makes one. */
  readonly standIns: Map<Statement, Value>;
  /** Functions of the checked file that were defined inside others, in order. */
  readonly inner: Closure[];
  frame: Frame;
  loops: LoopFrame | undefined;
  branches: BranchFrame | undefined;
  /** False after a return, raise, break or continue, until paths meet. */
  alive: boolean;
  /** Statements and calls that may still be followed; at zero, calls are no longer entered. */
  budget: number;
  /** Ways through that are being tried: branches, handlers and loops around here, callers' included. */
  forks: number;
  /** True in the first run of a loop's body, when the loops inside need no second one of their own: the outer's brings it. */
  isSurvey: boolean;
  /** Set in a survey by a loop whose body would have to run again. */
  wantsAgain: boolean;
  depth: number;
  nextId: number;
}

/** One activation of a function, or of a module's top level. */
export interface Frame {
  readonly closure: Closure | undefined;
  readonly unit: Unit;
  readonly scope: Environment;
  readonly call: Call | undefined;
  readonly caller: Frame | undefined;
  readonly mark: number;
  /** The ways out; one whose `changes` are undefined ends where the body ends, with the store as it is then. */
  readonly returns: { readonly changes: Changes | undefined; readonly value: Value | undefined }[];
  /** How many forks were open when it was entered: with no more than those, a return is the last thing that happens in it. */
  readonly forks: number;
  /** For a generator used as a context manager: runs the body of the `with`. */
  readonly onYield: ((value: Value | undefined) => void) | undefined;
  readonly yields: Value[];
  /** True at a function that nobody in sight calls: what its callers set up is unknown. */
  readonly isRoot: boolean;
}

export interface LoopFrame {
  readonly loop: Loop;
  readonly iterable: Value | undefined;
  readonly target: Value | undefined;
  readonly parent: LoopFrame | undefined;
  readonly frame: Frame;
  /** Objects with this id and later ones are made in the loop. */
  readonly firstId: number;
  /** The store's mark before the loop: what a `break` leaves is counted from there. */
  readonly loopMark: number;
  /** The mark at the start of the iteration: what a `continue` leaves is counted from there. */
  readonly mark: number;
  readonly breaks: Changes[];
  readonly continues: Changes[];
}

/** A branch that we are in, with its outcome. */
export interface BranchFrame {
  readonly branch: Branch;
  readonly taken: boolean;
  readonly test: Value;
  readonly parent: BranchFrame | undefined;
  readonly frame: Frame;
}

/** One call as it happens in one context, in the order of execution. */
export interface CallEvent {
  readonly call: Call;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly loops: LoopFrame | undefined;
  readonly branches: BranchFrame | undefined;
  /** The full path of the library function or class that is called, or of the method of an object of known library type. */
  readonly path: string | undefined;
  /** The object whose method is called. */
  readonly receiver: Value | undefined;
  readonly method: string | undefined;
  /** What is called, when it is a value: a model, a loss function, a user's function. */
  readonly callee: Value | undefined;
  readonly args: CallArguments;
  result: Value;
  /** Gradient state (`Grad` flags) and the called module's mode (`Mode` flags) at the call. */
  readonly grad: number;
  readonly mode: number;
  /** Stands, by its `site`, for the calls that may have set that mode. */
  readonly modeSetBy: Value | undefined;
  /** True when its state dict was loaded and no mode was set since. */
  readonly loadedWithoutMode: boolean;
  /** False where a function of the workspace was not entered though it may do anything to its arguments. */
  readonly entered: boolean;
}

/** `total += value`, or `total = total + value`: kept apart because it is no call. */
export interface AccumulateEvent {
  readonly statement: Statement;
  readonly target: Expression;
  /** Undefined where the sum is written out. */
  readonly operator: string | undefined;
  /** What is added (the whole sum where it is written out), and what the target holds before and after. */
  readonly value: Expression;
  readonly added: Value;
  readonly before: Value | undefined;
  readonly result: Value;
  readonly frame: Frame;
  readonly unit: Unit;
  readonly loops: LoopFrame | undefined;
  /** The loops around it, innermost first, in whose turns nothing else writes the target before. */
  readonly carriedOver: readonly LoopFrame[];
  /** The object that holds the target, where that is an attribute or an element. */
  readonly owner: Value | undefined;
}

/** `owner.name = value`, also by `setattr` with a literal name, and `owner[key] = value`. */
export interface WriteEvent {
  /** The attribute or subscript that is written. */
  readonly target: Expression;
  readonly owner: Entity;
  /** The attribute; "[]" for a subscript. */
  readonly name: string;
  /** What stands in the subscript. */
  readonly key: Value | undefined;
  readonly value: Value;
  readonly frame: Frame;
  readonly unit: Unit;
  readonly loops: LoopFrame | undefined;
  readonly branches: BranchFrame | undefined;
  /** How many calls had happened before: what puts it in order among them. */
  readonly position: number;
}

/** What a function handed back when it was followed, roots included. */
export interface ReturnEvent {
  readonly form: FunctionForm;
  /** The object whose method it is. */
  readonly self: Value | undefined;
  readonly value: Value;
}

/** `del object["key"]`; objects with a smaller id than `id` were made before. */
export interface Deletion {
  readonly from: Entity;
  readonly key: string;
  readonly id: number;
}

export interface Recording {
  calls: CallEvent[];
  accumulations: AccumulateEvent[];
  writes: WriteEvent[];
  /** Whatever was put into an object at any time, as an attribute, an element or under a key. */
  readonly held: Map<Entity, Set<Value>>;
  readonly deletions: Deletion[];
  readonly returns: ReturnEvent[];
  /** What each expression of the checked file was found to be, all contexts joined. */
  readonly values: Map<Expression, Value>;
}

export function makeEntity(
  run: Run,
  origin: Origin,
  site: Expression | undefined,
  from: readonly Value[],
  more: {
    readonly type?: string | undefined;
    readonly class?: UserClass | undefined;
    readonly items?: readonly Value[] | undefined;
  } = {},
): Entity {
  return {
    kind: "entity",
    id: run.nextId++,
    origin,
    site,
    unit: run.frame.unit,
    from,
    type: more.type,
    class: more.class,
    items: more.items,
    grad: run.store.flags(run.grad) ?? 0,
    fields: noCells,
    facts: noCells,
    methodsCalled: noMethods,
  };
}

// Most entities have neither fields nor facts, so these are shared until the first is written.
const noCells = new Map<string, Cell>();
const noMethods = new Set<string>();

export function setField(entity: Entity, name: string, place: Cell): void {
  if (entity.fields === noCells) entity.fields = new Map([[name, place]]);
  else entity.fields.set(name, place);
}

export function setFact(entity: Entity, name: string, place: Cell): void {
  if (entity.facts === noCells) entity.facts = new Map([[name, place]]);
  else entity.facts.set(name, place);
}

export function noteMethod(entity: Entity, method: string): void {
  if (entity.methodsCalled === noMethods) entity.methodsCalled = new Set([method]);
  else entity.methodsCalled.add(method);
}

/** The name of a field that a literal subscript reads: in TypeScript `a["b"]` is `a.b`, in Python the two are apart. */
export function subscriptField(run: Run, key: string | number | boolean | null): string {
  return run.frame.unit.form.language === "typescript" ? String(key) : `[${String(key)}]`;
}

/** What was put into a container since it was made, as far as it has any. */
export function contentsOf(run: Run, { facts }: Entity): Value | undefined {
  const place = facts.get("contents");
  return place === undefined ? undefined : run.store.value(place);
}

/** The cell of a flow-sensitive fact about an entity, made when first asked for. */
export function factCell(entity: Entity, name: string): Cell {
  let found = entity.facts.get(name);
  if (found === undefined) {
    found = cell();
    setFact(entity, name, found);
  }
  return found;
}

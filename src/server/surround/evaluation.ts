import { trainingCalls } from "../../rules/no-grad-fix.js";
import { frames } from "../../semantics/code/frames.js";
import { localName } from "../../semantics/code/local-names.js";
import { usedLibraries } from "../../semantics/code/libraries.js";
import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { eachExpression } from "../../semantics/code/visit.js";
import { boundNames } from "../../semantics/follow/environment.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { calledText, forwardPasses } from "../../semantics/torch/forward-passes.js";
import { isCalledModule } from "../../semantics/torch/modules.js";
import { Grad, Mode } from "../../semantics/values.js";
import type { Call } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { placedAround } from "../placed-statements.js";
import { endOfImports } from "../snippet-imports.js";
import { endOfLine } from "../text-lines.js";
import { holds, indentLines, lineBelow, type SelectedStatements } from "./selection.js";
import type { Surrounding } from "./surrounding.js";

/**
 * Runs the modules of a selection for evaluation: in eval mode and without gradients, and puts them back in train mode
 * where training goes on. Undefined for code that trains, and where all that is done already. A selection that calls no
 * module in sight may hand one on, so its name is left to be filled in.
 */
export function surroundEvaluation(model: Model, selected: SelectedStatements): Surrounding | undefined {
  const { form } = model;
  const { lines, indent, statements, part } = selected;
  if (form.language !== "python" || !usedLibraries(form).has("torch") || !isEvaluable(statements)) return undefined;
  const trained = [...trainingCalls(model)].filter((call) => surroundingsOf(form).statements.has(call));
  const events = model.calls.filter(({ call }) => holds(lines, call));
  if (trained.some((call) => holds(lines, call)) || isWithoutGradients(events)) return undefined;
  const known = modulesOf(model, selected, events);
  if (known === undefined) return undefined;

  const isOpen = known.length === 0;
  const modules = isOpen ? ["${1:model}"] : known.filter(({ isEval }) => !isEval).map(({ name }) => name);
  const torch = localName(form, "torch") ?? "torch";
  const context = `${torch}.no_grad()`;
  const eol = endOfLine(form.text);
  const isImported = localName(form, "torch") !== undefined;
  const importAt = isImported ? undefined : endOfImports(form, lines.start);
  const edits: Surrounding["edits"][number][] = [];
  if (importAt !== undefined) edits.push({ start: importAt, end: importAt, newText: `${eol}import torch` });
  const header = [
    ...(isImported || importAt !== undefined ? [] : ["import torch"]),
    ...modules.map((name) => `${name}.eval()`),
    `with ${context}:`,
  ];
  const [first, ...others] = indentLines(form, selected);
  const newText = header.map((line) => indent + line + eol).join("") + (first?.newText ?? "");
  edits.push({ start: lines.start, end: lines.start, newText, isSnippet: isOpen }, ...others);
  const restored = isLeft(statements) ? [] : modules.filter((name) => trainsOn(model, selected, trained, name));
  if (restored.length > 0) {
    const code = restored.map((name) => `${name}.train()`).join(eol + indent);
    edits.push(lineBelow(form.text, lines.end, part, { indent, code, isSnippet: isOpen }));
  }
  const around = [...(isOpen ? ["model"] : modules).map((name) => `${name}.eval()`), context];
  return { title: `Surround with ${around.map((part) => `\`${part}\``).join(" and ")}`, edits };
}

/** Does the code call anything, and nothing that a training step is made of? Definitions are evaluated nowhere. */
function isEvaluable(statements: readonly Statement[]): boolean {
  const calls = callsIn(statements);
  const isStep = ({ callee }: Call): boolean => callee.kind === "Attribute" && trainingMethods.has(callee.name);
  return calls.length > 0 && !calls.some(isStep) && !statements.some(({ kind }) => isDefinition.test(kind));
}

const trainingMethods = new Set(["backward", "zero_grad", "step", "train", "eval", "fit", "requires_grad_"]);
const isDefinition = /^(?:FunctionStatement|ClassStatement|Import)$/;

function callsIn(statements: readonly Statement[]): readonly Call[] {
  const found: Call[] = [];
  eachExpression(statements, (expression) => {
    if (expression.kind === "Call") found.push(expression);
  });
  return found;
}

function isWithoutGradients(events: readonly CallEvent[]): boolean {
  return events.length > 0 && events.every(({ grad }) => grad === Grad.off);
}

interface NamedModule {
  readonly name: string;
  readonly isEval: boolean;
}

/**
 * The modules that a selection calls, or hands to what it calls, by their names. Undefined where one of them has no name
 * before the selection, where one is trained, and where what is called sees to mode and gradients itself.
 */
function modulesOf(
  model: Model,
  { lines, statements }: SelectedStatements,
  events: readonly CallEvent[],
): readonly NamedModule[] | undefined {
  const passes = forwardPasses(model).filter(({ event }) =>
    [event.call, ...[...frames(event.frame)].map(({ call }) => call)].some(
      (call) => call && events.some((one) => one.call === call),
    ),
  );
  if (passes.some(({ trains }) => trains)) return undefined;
  if (passes.length > 0 && passes.every(({ event }) => event.grad === Grad.off && event.mode === Mode.eval))
    return undefined;
  const found = new Map<string, boolean>();
  for (const pass of passes) {
    const { call, mode } = pass.event;
    if (!holds(lines, call) || !events.includes(pass.event)) continue;
    const name = calledText(model, pass);
    found.set(name, (found.get(name) ?? true) && mode === Mode.eval);
  }
  for (const name of events.flatMap((event) => modulesGiven(model, event)))
    if (!found.has(name)) found.set(name, false);
  const bound = boundNames(statements, "python");
  const isNamed = (name: string): boolean => /^[A-Za-z_][\w.]*$/.test(name) && !bound.has(name.replace(/\..*/, ""));
  if (![...found.keys()].every(isNamed)) return undefined;
  return [...found].map(([name, isEval]) => ({ name, isEval }));
}

/** `evaluate(net, loader)`: what stands for a module among the arguments of a call. */
function modulesGiven(model: Model, { call, args }: CallEvent): readonly string[] {
  return call.args.flatMap(({ name, value }, index) => {
    const given = name === undefined ? args.positional[index] : args.named.get(name);
    return given?.kind === "entity" && isCalledModule(given) ? [model.text(value)] : [];
  });
}

/** Is whatever follows the last statement never reached? */
function isLeft(statements: readonly Statement[]): boolean {
  return /^(?:Return|Raise|Jump)$/.test(statements.at(-1)?.kind ?? "");
}

/** Does training follow, in the next turn of a loop too, before anything else puts a module in train mode? */
function trainsOn(model: Model, { lines }: SelectedStatements, trained: readonly Span[], name: string): boolean {
  const around = placedAround(model.form, lines).map(({ statement }) => statement);
  const inFunction = around.slice(around.findLastIndex(({ kind }) => kind === "FunctionStatement") + 1);
  const loop = inFunction.findLast((one) => one.kind === "Loop" && trained.some((call) => holds(one, call)));
  const whole = around.findLast(({ kind }) => kind === "FunctionStatement") ?? {
    start: 0,
    end: model.form.text.length,
  };
  const next = loop ?? { start: lines.end, end: whole.end };
  if (!trained.some((call) => holds(next, call))) return false;
  return !callsIn(model.form.body).some((call) => holds(next, call) && model.text(call.callee) === `${name}.train`);
}

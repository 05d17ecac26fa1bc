import { textOf } from "../../../engine/checklist-config.js";
import type { CodeFile, GuardFact } from "../../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../../project/facts/once-for.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { codeEvidence, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { argumentOf, literalOf, textsOfCall } from "../../search/fact-values.js";
import { type TestTrace, testTraces } from "../../search/test-traces.js";
import { isNetwork, trains } from "../../search/training-calls.js";
import { usedOnly } from "../../search/used-only.js";
import { filesByPath } from "../../search/values.js";

/** Does something check that the model can learn one batch by heart? */
export const detector: Detector = (project) => {
  const evidence = [...inTests(project), ...inScripts(project), ...inCi(project)];
  const searched = [
    "Tests and scripts that train on one batch and hold loss or score against a bound; `overfit_batches` and `fast_dev_run` in tests, scripts and CI.",
  ];
  const isAsked = textOf(project.config, "training.overfitTest") === "required" || hasOwnNetwork(project);
  if (evidence.length === 0 && !isAsked) {
    return detected({
      searched,
      forks: [
        { question: "The models are pretrained or classical: is a check that they can fit one batch of use here?" },
      ],
    });
  }
  const isProven = evidence.some(({ rule }) => rule === "overfit");
  const missing = isProven
    ? ["Run the check in CI or by schedule."]
    : [
        "Add a test that trains on one fixed batch for some hundred steps and asserts that the loss falls below a bound, and run it in CI.",
      ];
  return detected({ evidence, searched, missing });
};

function hasOwnNetwork({ code, config }: ChecklistProject): boolean {
  if (textOf(config, "training.overfitTest") === "optional") return false;
  return code.some(definesNetwork);
}

const definesNetwork = onceFor(
  ({ role, classes, calls }: CodeFile) =>
    role !== "test" &&
    role !== "aside" &&
    (classes.some(({ bases }) => isNetwork(bases)) ||
      calls.some(({ path }) =>
        /^(?:torch\.nn\.Sequential|keras\.(?:\w+\.)*(?:Sequential|Model)|@tensorflow\/tfjs\.(?:sequential|model)|flax\.linen\.\w+)$/.test(
          path ?? "",
        ),
      )),
);

function inTests(project: ChecklistProject): readonly Evidence[] {
  return testTraces(project).flatMap((trace): Evidence[] => {
    const { test, all } = trace;
    if (test.skipped !== undefined) return [];
    const isDevRun = all.some(
      (call) =>
        isOn(argumentOf(call, ["fast_dev_run"])) ||
        isShort(literalOf(argumentOf(call, ["max_steps"]))) ||
        textsOfCall(call).some((text) => /^--(?:max_steps[= ][1-5]|fast_dev_run(?:=true)?)$/i.test(text)),
    );
    const isWhole = provesSomething(test) && overfits(trace, bounds(project, trace));
    if (isWhole)
      return [
        testEvidence(test, {
          what: `\`${test.name}\` trains on a tiny set and asserts how well it fits`,
          rule: "overfit",
        }),
      ];
    return isDevRun
      ? [
          usedOnly(
            testEvidence(test, { what: `\`${test.name}\` runs a few steps, but asserts no fit`, rule: "dev-run" }),
          ),
        ]
      : [];
  });
}

/** It trains, on what its name or its trainer calls one batch or what it makes itself, and asserts the outcome. */
function overfits({ test, own, all }: TestTrace, limits: readonly GuardFact[]): boolean {
  if (!all.some(trains)) return false;
  const isNamed = /overfit|over_fit|(?:single|one)_?batch|memori[sz]|tiny/i.test(`${test.name} ${test.path}`);
  const asserts = test.assertions.some(({ mentions, text }) => outcome.test([...mentions, text].join(" ")));
  if (own.some((call) => isOn(argumentOf(call, ["overfit_batches"]))) && asserts) return true;
  if (isNamed && asserts) return true;
  // Without such a name, the batch must be the test's own, trained on again and again, and the bound a number.
  const repeats = own.some((call) => trains(call) && (call.inLoop || manyEpochs(call)));
  return repeats && limits.length > 0;
}

const outcome = /loss|acc|score|error|mse|r2|f1|correct|fit/i;

function manyEpochs(call: Parameters<typeof argumentOf>[0]): boolean {
  const epochs = literalOf(argumentOf(call, ["epochs", "max_epochs", "n_epochs"]));
  return typeof epochs === "number" && epochs >= 10;
}

/** Assertions of the test that hold loss or score against a number. */
function bounds({ code }: ChecklistProject, { test }: TestTrace): readonly GuardFact[] {
  const file = filesByPath(code).get(test.path);
  const lines = new Set(test.assertions.map(({ line }) => line));
  return (file?.guards ?? []).filter(
    ({ line, comparisons, mentions }) =>
      lines.has(line) &&
      outcome.test(mentions.join(" ")) &&
      comparisons.some(
        ({ operator, left, right }) =>
          /^[<>]=?$/.test(operator) && [left, right].some((side) => typeof literalOf(side) === "number"),
      ),
  );
}

function isOn(value: ReturnType<typeof argumentOf>): boolean {
  const said = literalOf(value);
  return value !== undefined && said !== 0 && said !== false && said !== null;
}

/** A run of a few steps proves that it runs. */
function isShort(steps: unknown): boolean {
  return typeof steps === "number" && steps > 0 && steps <= 5;
}

/** A function of the product whose name says so, which trains and stops when the fit is not reached. */
function inScripts(project: ChecklistProject): readonly Evidence[] {
  return tinyRuns(project.code).map(({ path, line, name, stops }): Evidence => {
    const told = {
      what: stops
        ? `\`${name}\` stops when one batch cannot be fitted`
        : `\`${name}\` trains on a tiny set and asserts nothing`,
      rule: stops ? "overfit" : "no-assertion",
    };
    const evidence = codeEvidence(project, { path, line, within: name }, told, stops);
    // What somebody has to start by hand is run by nothing.
    const isRun = evidence.repeatedBy === "ci" || evidence.repeatedBy === "schedule";
    if (!stops) return { ...usedOnly(evidence), level: "L1" };
    return isRun ? evidence : usedOnly(evidence);
  });
}

const tinyRuns = onceForEach(({ path, role, functions, calls, guards }: CodeFile) => {
  if (role !== "source") return [];
  const flagged = new Set(
    calls.filter((call) => isOn(argumentOf(call, ["overfit_batches"]))).map(({ within }) => within),
  );
  return functions.flatMap(({ name, line }) => {
    const isTiny = /overfit|(?:single|one)_?batch|memori[sz]/i.test(name) || flagged.has(name);
    if (!isTiny) return [];
    const inside = calls.filter(({ within }) => within === name);
    if (!inside.some((call) => trains(call) || call.target !== undefined)) return [];
    const stops = guards.some(
      (guard) => guard.within === name && guard.effect !== "warn" && outcome.test(guard.mentions.join(" ")),
    );
    return [{ path, line, name, stops }];
  });
});

/** A flag in a command of CI shows that it runs; that it fits, nobody checks. */
function inCi({ ci }: ChecklistProject): readonly Evidence[] {
  return ci.runs.flatMap(({ command, path, line }): Evidence[] =>
    /--?(?:trainer\.)?(?:overfit[_-]batches|fast[_-]dev[_-]run)\b(?!=(?:0|false)\b)/i.test(command)
      ? [
          {
            path,
            line,
            level: "L2",
            what: `CI runs \`${command}\` and checks no value`,
            rule: "dev-run",
            repeatedBy: "ci",
          },
        ]
      : [],
  );
}

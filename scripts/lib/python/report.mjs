// @ts-check
/** Prints what ran, group by group, and gives the exit code. */
import { selfCheck } from "./self-check.mjs";

/**
 * @typedef {import("./run-programs.mjs").Program} Program
 * @typedef {import("./run-programs.mjs").Outcome} Outcome
 * @typedef {ReadonlyMap<string, Outcome>} Outcomes
 */

/**
 * @param {readonly Program[]} programs
 * @param {Outcomes} outcomes
 * @param {{ complete: boolean }} options whether all of the programs were chosen
 */
export function report(programs, outcomes, { complete }) {
  const failures = [
    ...selfCheck.map((program) => ({ ...program, error: slipped(program, outcomes) })),
    ...programs.map((program) => ({ ...program, error: failure(program, outcomes) })),
    ...(complete ? [{ ...given, error: unusedGivens(programs, outcomes) }] : []),
  ];
  for (const { id, error } of failures) if (error !== undefined) console.log(`\nFAIL ${id}\n${indent(error)}`);

  console.log("\n=== Python");
  for (const group of new Set(failures.map((program) => program.group))) {
    const ran = failures.filter((program) => program.group === group && program.notRun === undefined);
    const failed = ran.filter(({ error }) => error !== undefined).length;
    console.log(`${failed === 0 ? "ok  " : "FAIL"} ${group}: ${ran.length - failed} passed, ${failed} failed`);
  }
  const notRun = failures.filter((program) => program.notRun !== undefined);
  if (notRun.length > 0) console.log(`     not run: ${notRun.length}`);
  for (const { id, notRun: reason } of notRun) console.log(`       ${id}: ${reason}`);

  const ran = failures.filter((program) => program.notRun === undefined);
  const failed = ran.filter(({ error }) => error !== undefined).length;
  console.log(`\n${ran.length - failed} passed, ${failed} failed`);
  return failed === 0 && programs.length > 0 ? 0 : 1;
}

/** @type {{ id: string, group: string, notRun?: string }} */
const given = { id: "given.yaml", group: "what programs are given is used" };

/** @param {Program} program @param {Outcomes} outcomes */
function failure({ id, notRun }, outcomes) {
  if (notRun !== undefined) return undefined;
  const outcome = outcomes.get(id);
  return outcome === undefined ? "It has no outcome: its worker died." : outcome.error;
}

/** What is wrong with the outcome of a program that must fail. @param {Program} program @param {Outcomes} outcomes */
function slipped({ id, mustFail = "" }, outcomes) {
  const error = outcomes.get(id)?.error;
  return error?.includes(mustFail) ? undefined : `It must fail with "${mustFail}"; its outcome: ${error ?? "passed"}.`;
}

/**
 * What an entry gives that none of its programs takes is stale.
 * @param {readonly Program[]} programs
 * @param {Outcomes} outcomes
 */
function unusedGivens(programs, outcomes) {
  const lines = [...new Set(programs.map(({ entry }) => entry))].flatMap((entry) => {
    const own = programs.filter((program) => program.entry === entry);
    if (own.some(({ id }) => outcomes.get(id)?.used === undefined)) return [];
    const used = new Set(own.flatMap(({ id }) => outcomes.get(id)?.used ?? []));
    const unused = new Set(own.flatMap(({ given }) => Object.keys(given)).filter((name) => !used.has(name)));
    return unused.size === 0 ? [] : [`${entry} gives ${[...unused].join(", ")}, which none of its programs uses.`];
  });
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, "     ");

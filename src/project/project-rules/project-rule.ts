import type { AnyRule, ProjectExample, Report } from "../../rules/rule.js";
import type { ProjectView } from "./project-view.js";

/**
 * A rule about a project as a whole, or about files that are no code. It runs once for a root; its findings stand in
 * whatever file they are about, and are shown, configured and explained as those of any other rule.
 */
export interface ProjectRule extends AnyRule {
  readonly examples: readonly ProjectExample[];
  /** May a finding stand in this file, by its path from the root? Where only some files are asked about, others need not be read. */
  readonly mayStandIn: (path: string) => boolean;
  readonly check: (project: ProjectView) => Promise<readonly ProjectReport[]>;
}

/** `path` counts from the root, as do those of related places. */
export interface ProjectReport extends Report {
  readonly path: string;
}

/** Gives a rule its type; a rule's file exports the result as its default. */
export function defineProjectRule(rule: ProjectRule): ProjectRule {
  return rule;
}

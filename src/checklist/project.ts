import type { ChecklistConfig } from "../engine/checklist-config.js";
import type { ProjectFacts } from "../project/facts/read-facts.js";
import type { UsedTool } from "../project/tools/tools-in-use.js";
import type { Finding } from "../rules/rule.js";
import type { FormModule } from "../syntax/form.js";
import type { DetectorResult, UnreadableFile } from "./evidence.js";
import type { Profile } from "./profile/profile.js";

/** A project as detectors see it. All paths count from its root. */
export interface ChecklistProject extends Omit<ProjectFacts, "unreadable"> {
  /** All its files but the ignored ones, in order. */
  readonly files: readonly string[];
  /** Code and folders that could not be read. */
  readonly unreadable: readonly UnreadableFile[];
  /** The text of a file; undefined when it cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** How large a file is, in bytes; undefined when it cannot be read. */
  size(path: string): Promise<number | undefined>;
  /** A file of code, parsed; undefined when it cannot be read. */
  form(path: string): Promise<FormModule | undefined>;
  /** What rules found in it, suppressed findings left out. */
  readonly findings: readonly Finding[];
  readonly tools: readonly UsedTool[];
  readonly config: ChecklistConfig;
  /** With what the team says. */
  readonly profile: Profile;
}

/** Looks for the evidence of one item. It only reads: no code of the project is run, and nothing is asked of a network. */
export type Detector = (project: ChecklistProject) => DetectorResult | Promise<DetectorResult>;

/** Detectors by the id of their item. */
export type Detectors = ReadonlyMap<string, Detector>;

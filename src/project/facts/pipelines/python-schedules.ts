import type { Call, Expression } from "../../../syntax/expressions.js";
import { keyword, scheduleText } from "./python-access.js";
import type { PythonFile } from "./python-file.js";

/** A schedule that a file gives to a flow, with the file that defines the flow. */
export interface ScheduleNote {
  readonly file: string;
  readonly schedule: string;
}

/** What makes a flow come back: `flow.serve(cron=...)`, `Schedule(cron_expression=...)`, `ScheduleDefinition(...)`. */
const scheduling =
  /(?:^|\.)(?:serve|deploy|to_deployment|build_from_flow|Deployment|create_recurring_run|create_schedule|Cron|CronSchedule|IntervalSchedule|Schedule|ScheduleDefinition|schedule|PipelineJobSchedule)$/;
const keys = [
  "cron",
  "cron_schedule",
  "cron_expression",
  "cron_string",
  "interval",
  "interval_second",
  "interval_seconds",
  "schedule",
  "schedules",
  "rrule",
];

export function scheduleNotes(file: PythonFile): readonly ScheduleNote[] {
  return file.calls.flatMap((call): readonly ScheduleNote[] => {
    const path = file.pathOf(call.callee) ?? "";
    if (!scheduling.test(path)) return [];
    const schedule = scheduleOf(keyword(call, ...keys), file);
    if (schedule === undefined) return [];
    const flow = flowOf(call);
    const target = flow === undefined ? undefined : file.targetOf(flow);
    return [{ file: target?.replace(/#.*$/, "") ?? file.path, schedule }];
  });
}

/** The cron text within `CronSchedule(cron="...")` says more than the call. */
function scheduleOf(expression: Expression | undefined, file: PythonFile): string | undefined {
  const value = file.valueOf(expression);
  if (value?.kind === "Sequence") return scheduleOf(value.items[0], file);
  const inner = value?.kind === "Call" ? (keyword(value, ...keys) ?? value.args[0]?.value) : undefined;
  const text = inner === undefined ? undefined : file.textOf(inner);
  return text ?? scheduleText(value, file);
}

/** The flow in `train.serve(...)`, `build_from_flow(flow=train)`, `ScheduleDefinition(job=train)`. */
function flowOf({ callee, args }: Call): Expression | undefined {
  const named = args.find(({ name }) => name !== undefined && /^(?:flow|job|target|pipeline_func)$/.test(name))?.value;
  return named ?? (callee.kind === "Attribute" && callee.object.kind === "Name" ? callee.object : undefined);
}

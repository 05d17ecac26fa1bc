import type { CallEvent } from "../follow/run.js";

/** Each call once, whatever the number of ways of getting there; the first time that it happens. */
export function uniqueCalls(events: Iterable<CallEvent>): readonly CallEvent[] {
  const found = new Map<unknown, CallEvent>();
  for (const event of events) if (!found.has(event.call)) found.set(event.call, event);
  return [...found.values()];
}

import type { Frame, LoopFrame } from "../follow/run.js";

/** A frame and those that called it, innermost first. */
export function* frames(from: Frame): Iterable<Frame> {
  for (let frame: Frame | undefined = from; frame !== undefined; frame = frame.caller) yield frame;
}

/** A loop and those around it, also the ones around the calls that led there, innermost first. */
export function* loops(from: LoopFrame | undefined): Iterable<LoopFrame> {
  for (let loop = from; loop !== undefined; loop = loop.parent) yield loop;
}

import type { Frame, LoopFrame } from "../follow/run.js";

/** A frame and those that called it, innermost first. */
export function* frames(from: Frame): Iterable<Frame> {
  for (let frame: Frame | undefined = from; frame !== undefined; frame = frame.caller) yield frame;
}

/** A loop and those around it, also the ones around the calls that led there, innermost first. */
export function* loops(from: LoopFrame | undefined): Iterable<LoopFrame> {
  for (let loop = from; loop !== undefined; loop = loop.parent) yield loop;
}

/** The innermost loop or branch around both of two, each known by its own innermost one. */
export function innermostShared<Around extends { readonly parent: Around | undefined }>(
  a: Around | undefined,
  b: Around | undefined,
): Around | undefined {
  let one = a;
  let other = b;
  let surplus = depthOf(one) - depthOf(other);
  for (; surplus > 0; surplus--) one = one?.parent;
  for (; surplus < 0; surplus++) other = other?.parent;
  while (one !== other) {
    one = one?.parent;
    other = other?.parent;
  }
  return one;
}

function depthOf<Around extends { readonly parent: Around | undefined }>(innermost: Around | undefined): number {
  let depth = 0;
  for (let around = innermost; around !== undefined; around = around.parent) depth++;
  return depth;
}

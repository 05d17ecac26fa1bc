import type { Span } from "../span.js";
import type { Expression } from "./expression-nodes.js";
import type { Kind } from "./kind.js";

/** What may stand after `case`. */
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

/** Broken source in a pattern is a `MatchValue` of an `Invalid` expression. */
export interface MatchValue extends Span {
  readonly kind: Kind.MatchValue;
  readonly value: Expression;
}

export interface MatchSingleton extends Span {
  readonly kind: Kind.MatchSingleton;
  readonly value: boolean | null;
}

export interface MatchSequence extends Span {
  readonly kind: Kind.MatchSequence;
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Span {
  readonly kind: Kind.MatchMapping;
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

export interface MatchClass extends Span {
  readonly kind: Kind.MatchClass;
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

/** `*rest`; the name is `null` for `*_`. */
export interface MatchStar extends Span {
  readonly kind: Kind.MatchStar;
  readonly name: string | null;
}

/** `pattern as name`, a bare name (no pattern), or the wildcard `_` (neither). */
export interface MatchAs extends Span {
  readonly kind: Kind.MatchAs;
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Span {
  readonly kind: Kind.MatchOr;
  readonly patterns: readonly Pattern[];
}

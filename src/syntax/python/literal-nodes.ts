import type { Span } from "../span.js";
import type { Expression } from "./expression-nodes.js";
import type { Kind } from "./kind.js";

/** `conversion` is the letter after `!`; `{x=}` has "r", as in CPython. */
export interface FormattedValue extends Span {
  readonly kind: Kind.FormattedValue;
  readonly value: Expression;
  readonly conversion: string;
  readonly format_spec: JoinedStr | null;
}

/**
 * An f-string, with the plain strings joined to it, or a format specification.
 * Unlike CPython's, `values` holds only the fields; `texts` holds the decoded text before, between and after them,
 * so it is always one longer (`f"a{b}c{d}"` has the texts "a", "c" and "").
 */
export interface JoinedStr extends Span {
  readonly kind: Kind.JoinedStr;
  readonly values: readonly FormattedValue[];
  readonly texts: readonly string[];
  /** A t-string: its value is a template, not a string. */
  readonly isTemplate: boolean;
}

/**
 * A literal; `type` is the name of the value's Python type. Joined strings are one constant.
 * `value` is undefined for an ellipsis, a complex number and an integer too large to be exact.
 * A string's value is decoded (a character given by its Unicode name becomes U+FFFD); of bytes, each is one character.
 */
export interface Constant extends Span {
  readonly kind: Kind.Constant;
  readonly type: "int" | "float" | "complex" | "str" | "bytes" | "NoneType" | "bool" | "ellipsis";
  readonly value: string | number | boolean | null | undefined;
}

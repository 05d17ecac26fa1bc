import { readPython } from "../../../src/syntax/python/lower.js";
import { describePrograms } from "../describe-programs.js";
import { text } from "../text.js";

const programs = {
  assignments: [
    text`
      a = b = 1
      x, *rest = f()
      [p, q] = r
      m.weight[0] += 2
      n: int
      k: List[int] = []
    `,
    text`
      a = b = 1
      (tuple x (spread rest)) = (call f)
      (list p q) = r
      (at (. m weight) 0) += 2
      n: int
      k: (at List int) = (list)
    `,
  ],
  "arguments in the order of the source": [
    text`
      fit(x, *xs, epochs=3, **options)
      fit(epochs=3, *xs)
      fit(a for a in b)
    `,
    text`
      (call fit x *xs epochs=3 **options)
      (call fit epochs=3 *xs)
      (call fit (each-generator a for a in b))
    `,
  ],
  "attributes, subscripts and slices": [
    text`
      self.model.eval()
      x[1:, ::2, None, ...]
      x[-1][k]
    `,
    text`
      (call (. (. self model) eval))
      (at x (tuple (slice 1 ~ ~) (slice ~ ~ 2) null <other>))
      (at (at x (- 1)) k)
    `,
  ],
  "a chain of one operator is one operation": [
    text`
      a + b + c - d
      a - (b - c)
      a ** b ** c
      not a and b and -c or d
      a @ b // c | ~d << 1
    `,
    text`
      (- (+ a b c) d)
      (- a (- b c))
      (** a (** b c))
      (or (and (not a) b (- c)) d)
      (| (// (@ a b) c) (<< (~ d) 1))
    `,
  ],
  comparisons: ["0 < a <= b != c is not None not in d", "(compare 0 < a <= b != c is not null not in d)"],
  containers: [
    text`
      {1, *s}, (), (1,), [*a], {"k": 1, **other}, {}
    `,
    text`
      (tuple (set 1 (spread s)) (tuple) (tuple 1) (list (spread a)) (mapping "k":1 **other) (mapping))
    `,
  ],
  comprehensions: [
    text`
      [f(x) for x in xs if x if y for z, w in x]
      {k: v for k, v in d.items()}
      {s async for s in t}
      sum(x for x in xs)
    `,
    text`
      (each-list (call f x) for x in xs if x if y for (tuple z w) in x)
      (each-mapping k:v for (tuple k v) in (call (. d items)))
      (each-set s for s in t)
      (call sum (each-generator x for x in xs))
    `,
  ],
  "lambda, conditional and walrus": [
    text`
      f = lambda x, *y, k=1: x if y else (n := 2)
      g = lambda: (yield)
    `,
    text`
      f = (lambda (x *y k!=1) return (if y x (= n 2)))
      g = (generator lambda () return (yield))
    `,
  ],
  literals: [`1, 2.5, 1j, True, None, ..., "a" 'b', b"c"`, `(tuple 1 2.5 <number> true null <other> "ab" b"c")`],
  "strings with fields": [
    text`
      f"a{x!r:>{width}.{p}}b{y}c"
      f"plain"
    `,
    text`
      (template "a" x "" width "" p "b" y "c")
      "plain"
    `,
  ],
} as const;

describePrograms("lowering Python's expressions", programs, readPython);

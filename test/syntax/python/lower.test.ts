import * as assert from "node:assert";
import { readPython } from "../../../src/syntax/python/lower.js";
import { checkSpans } from "../check-spans.js";
import { dumpForm } from "../dump-form.js";
import { text } from "../text.js";

/** A program, and the form that it becomes. */
const programs: Readonly<Record<string, readonly [string, string]>> = {
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
  branches: [
    text`
      if a: pass
      elif b: x
      elif c: y
      else: z
    `,
    text`
      if a
      else
        if b
          x
        else
          if c
            y
          else
            z
    `,
  ],
  loops: [
    text`
      for i, (x, y) in enumerate(loader):
          if x: continue
          break
      else: done()
      while True: step()
    `,
    text`
      each (tuple i (tuple x y)) in (call enumerate loader)
        if x
          continue
        break
      else
        (call done)
      while true
        (call step)
    `,
  ],
  asynchrony: [
    text`
      async def f():
          async with a as b:
              async for x in y: await z
          yield x
    `,
    text`
      async generator function f()
        with a as b
          each x in y
            (await z)
        (yield x)
    `,
  ],
  with: [
    text`
      with torch.no_grad(), open(p) as f: g()
      with (a as (b, c), d): pass
    `,
    text`
      with (call (. torch no_grad)), (call open p) as f
        (call g)
      with a as (tuple b c), d
    `,
  ],
  try: [
    text`
      try: a
      except (A, B) as e: raise C from e
      except: raise
      else: b
      finally: c
      try: a
      except* D: b
    `,
    text`
      try
        a
      except (tuple A B) $e
        raise C from e
      except
        raise
      else
        b
      finally
        c
      try
        a
      except D
        b
    `,
  ],
  functions: [
    text`
      @wrap(1)
      @torch.no_grad()
      def f(a, b: int = 2, /, c=3, *args: str, d, e=4, **kw) -> Dict[str, int]:
          return
      def g(*, k): return k
    `,
    text`
      @(call wrap 1)
      @(call (. torch no_grad))
      function f(a b:int=2 c=3 *args:str d! e!=4 **kw) -> (at Dict (tuple str int))
        return
      function g(k!)
        return k
    `,
  ],
  "generators are the functions that yield, not those around them": [
    text`
      def f():
          def g():
              yield from h()
          return [x for x in g()]
    `,
    text`
      function f()
        generator function g()
          (yield (spread (call h)))
        return (each-list x for x in (call g))
    `,
  ],
  classes: [
    text`
      @dataclass
      class Net(nn.Module, metaclass=Meta, **options):
          width: int = 3
          depth = 4
          def forward(self, x): return x
      class Empty: ...
    `,
    text`
      @dataclass
      class Net((. nn Module) metaclass=Meta **options)
        width: int = 3
        depth = 4
        function forward(self x)
          return x
      class Empty()
        <other>
    `,
  ],
  imports: [
    text`
      import torch.nn, numpy as np
      import a.b as c
      from sklearn import svm, metrics as m
      from . import x
      from ..pkg.mod import *
      try: import cupy
      except ImportError: cupy = None
    `,
    text`
      import "torch.nn" top->torch
      import "numpy" module->np
      import "a.b" module->c
      import "sklearn" svm->svm metrics->m
      import "." x->x
      import "..pkg.mod" *->*
      try
        import "cupy" top->cupy
      except ImportError
        cupy = null
    `,
  ],
  "global, del, assert": [
    text`
      def f():
          global a, b
          nonlocal c
          del a, b[0]
          assert a == 1, "no"
    `,
    text`
      function f()
        global a b
        nonlocal c
        delete a (at b 0)
        assert (compare a == 1) "no"
    `,
  ],
  match: [
    text`
      match command:
          case "go" | "run": a
          case [x, _, *rest] if x > 1: b
          case {"key": v, **others}: c
          case Point(0, y=py) as p: d
          case Color.RED: e
          case None: f
          case whole: g
    `,
    text`
      match command
        arm (? "go" "run")
          a
        arm (compare x > 1) $x $rest
          b
        arm "key" $v $others
          c
        arm (? Point 0) $py $p
          d
        arm (. Color RED)
          e
        arm null
          f
        arm default $whole
          g
    `,
  ],
  "type aliases are assignments": ["type Batch[T] = tuple[T, T]", "Batch = (at tuple (tuple T T))"],
};

describe("lowering Python", () => {
  for (const [title, [source, expected]] of Object.entries(programs)) {
    it(title, () => {
      const module = readPython(source);
      assert.deepEqual(module.errors, []);
      assert.equal(dumpForm(module), expected);
      checkSpans(module);
    });
  }

  it("keeps spans that slice the source", () => {
    const source = "@wrap\nasync def step(x=1, *ys): return f'{x.loss}' + fit(x, n=2 )";
    const [statement] = readPython(source).body;
    assert.ok(statement?.kind === "FunctionStatement");
    const { function: form } = statement;
    const slice = ({ start, end }: { readonly start: number; readonly end: number }): string =>
      source.slice(start, end);
    assert.equal(slice(form), source.slice(6));
    assert.equal(slice(form.nameSpan), "step");
    assert.deepEqual(form.params.map(slice), ["x=1", "ys"]);
    const [result] = form.body;
    assert.ok(result?.kind === "Return" && result.value?.kind === "Operation");
    const [left, right] = result.value.operands;
    assert.ok(left?.kind === "Template" && right?.kind === "Call");
    assert.deepEqual([left, ...left.parts, right, ...right.args].map(slice), [
      "f'{x.loss}'",
      "x.loss",
      "fit(x, n=2 )",
      "x",
      "n=2",
    ]);
    assert.equal(source.slice(right.argsEnd), ")");
  });

  it("carries comments and the text", () => {
    const module = readPython("a # one\n# two\n");
    assert.deepEqual(
      module.comments.map(({ start, end }) => module.text.slice(start, end)),
      ["# one", "# two"],
    );
    assert.equal(module.language, "python");
  });
});

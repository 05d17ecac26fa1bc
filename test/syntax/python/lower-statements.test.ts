import { readPython } from "../../../src/syntax/python/lower.js";
import { describePrograms } from "../describe-programs.js";
import { text } from "../text.js";

const programs = {
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
} as const;

describePrograms("lowering Python's statements", programs, readPython);

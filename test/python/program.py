"""Runs one program in the current process and folder, with what it is given."""

import ast
import builtins
import importlib
import linecache
import os
import re
import symtable
import sys
import traceback
import types
import warnings

from files import write_file

OUR_MODULES = ("tables", "tensors", "pictures", "services")
LIBRARIES = {"np": "numpy", "pd": "pandas", "tf": "tensorflow"}
OFFERED = ("torch", "torchvision", "sklearn.dummy", "sklearn.neural_network", "pathlib", "PIL.Image", *LIBRARIES)


def run(task):
    forbid_network()
    path = os.path.abspath(task["path"])
    code, then = task["code"], task.get("then") or ""
    free = free_names(f"{code}\n\n{then}")
    scope = make_given(task, free)
    with open(path, "w") as file:
        file.write(code)
    module = types.ModuleType("__main__")
    module.__file__ = path
    vars(module).update({name: scope[name] for name in free if name in scope})
    linecache.cache[path] = (len(code), None, code.splitlines(keepends=True), path)
    sys.modules["__main__"] = module
    sys.path.insert(0, os.getcwd())
    sys.argv = [path]
    answer = {"used": sorted(free | set(scope))}
    try:
        run_as(task["run"], path, code, module)
        run_then(then, module)
    except SystemExit as end:
        if end.code not in (None, 0):
            answer["error"] = f"ended with exit code {end.code}"
    except BaseException as error:
        answer["error"] = describe(error, path)
    return answer


def run_as(kind, path, code, module):
    if kind == "pytest":
        import pytest

        end = pytest.main(["-q", "-p", "no:cacheprovider", path])
        if end != 0:
            raise AssertionError(f"pytest ended with {end!r}")
        return
    # What a library says about the program's own lines is a defect of the program: it calls what will be gone.
    for category in (DeprecationWarning, FutureWarning, PendingDeprecationWarning):
        warnings.filterwarnings("error", category=category, module="__main__")
    exec(compile(code, path, "exec"), vars(module))
    if kind == "tests":
        for name, value in list(vars(module).items()):
            if name.startswith("test_") and callable(value):
                value()


def run_then(then, module):
    """It is ours, so unlike the program it need not import what it uses."""
    for name in free_names(then) - set(vars(module)):
        vars(module)[name] = offered(name)
    exec(compile(then, "then", "exec"), vars(module))


def make_given(task, free):
    """Objects by the names that the program leaves open, and the files that it reads."""
    scope = {}
    if task.get("before"):
        evaluate(task["before"], task, scope)
    for path, made_by in task["files"].items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        if path.endswith(".py"):
            with open(path, "w") as file:
                file.write(made_by)
        else:
            write_file(path, evaluate(made_by, task, scope))
    for name in sorted(free):
        bind(name, task, scope)
    return scope


def bind(name, task, scope):
    """By its own entry, else as for all programs. What neither knows stays open, and the program says so."""
    code = task["given"].get(name) or task["common"].get(name)
    if code is not None and name not in scope:
        scope[name] = evaluate(code, task, scope)


def evaluate(code, task, scope):
    names = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    for name in names:
        bind(name, task, scope)
    return eval(code, {**{name: offered(name) for name in names - set(scope)}, **scope})


def offered(name):
    if name in OUR_MODULES:
        return importlib.import_module(f"given.{name}")
    modules = [LIBRARIES.get(module, module) for module in OFFERED if module.split(".")[0] == name]
    for module in modules:
        importlib.import_module(module)
    return sys.modules[modules[0].split(".")[0]] if modules else getattr(builtins, name, None)


def free_names(text):
    """The names that a program reads from its module and never binds there, so that someone else must give them."""
    top = symtable.symtable(text, "program", "exec")
    bound = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return {name for name in global_reads(top) if name not in bound and not hasattr(builtins, name)}


def global_reads(table):
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global()):
            yield symbol.get_name()
    for inner in table.get_children():
        yield from global_reads(inner)


def describe(error, path):
    """What went wrong, and at which lines of the program."""
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    where = "".join(f"  line {frame.lineno}: {frame.line}\n" for frame in own)
    if not own:
        where = "".join(traceback.format_exception(error)[-12:])
    return re.sub(r"\n+$", "", f"{type(error).__name__}: {error}\n{where}")


def forbid_network():
    """A program that asks for another machine fails at once, wherever it runs."""

    def refuse(event, arguments):
        if event == "socket.getaddrinfo" and arguments[0] not in (None, "localhost", "127.0.0.1", "::1", b"localhost"):
            raise ConnectionRefusedError(f"this program asks for the host {arguments[0]}")

    sys.addaudithook(refuse)

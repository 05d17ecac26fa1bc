"""Dumps what CPython's own parser reads, for comparison with ours.

    differential.py hash    reads paths, one a line; writes for each its statements as hashes, in JSON
    differential.py dump    the same with the dumps themselves

The form of a dump is that of test/syntax/python/dump.ts.
"""

import ast
import hashlib
import json
import re
import struct
import sys
import threading
import warnings

SKIPPED = {"ctx", "type_comment", "kind", "type_ignores", "simple"}
ADDED_FIELDS = {"FunctionDef": ["type_params"], "AsyncFunctionDef": ["type_params"], "ClassDef": ["type_params"]}
TYPE_PARAMETERS = {"TypeVar", "ParamSpec", "TypeVarTuple"}
# Before 3.12 the places of nodes inside f-strings were wrong.
FIELDS_HAVE_PLACES = sys.version_info >= (3, 12)


class Dumper:
    def __init__(self, text):
        self.text = text
        # Columns of the first line do not count the byte order mark.
        self.mark = 1 if text.startswith("\ufeff") else 0
        self.lines = re.split("\r\n|\r|\n", text)
        self.starts = [0]
        for match in re.finditer("\r\n|\r|\n", text):
            self.starts.append(match.end())
        self.units = [0]
        self.ascii = text.isascii()
        self.has_named = "\\N{" in text
        self.in_field = 0

    def offset(self, line, column):
        """The offset in UTF-16 units of a column in UTF-8 bytes."""
        if self.ascii:
            return self.starts[line - 1] + column
        before = self.unit_starts()[line - 1]
        content = self.lines[line - 1]
        if line == 1 and self.mark:
            content, before = content[1:], before + 1
        characters = content.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass")
        return before + utf16_length(characters)

    def unit_starts(self):
        if len(self.units) == 1 and len(self.starts) > 1:
            for index in range(1, len(self.starts)):
                piece = self.text[self.starts[index - 1] : self.starts[index]]
                self.units.append(self.units[-1] + utf16_length(piece))
        return self.units

    def span(self, node):
        if not hasattr(node, "lineno") or (self.in_field and not FIELDS_HAVE_PLACES):
            return ""
        start = self.offset(node.lineno, node.col_offset)
        return f"@{start}-{self.offset(node.end_lineno, node.end_col_offset)}"

    def dump(self, value):
        if value is None:
            return "~"
        if isinstance(value, list):
            return "[" + " ".join(map(self.dump, value)) + "]"
        if isinstance(value, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop)):
            return type(value).__name__
        if isinstance(value, ast.JoinedStr):
            return self.joined(value)
        if isinstance(value, ast.FormattedValue):
            return self.formatted(value)
        if isinstance(value, ast.Constant):
            type_name = type(value.value).__name__
            return f"(Constant{self.span(value)} {type_name} {self.constant(value, value.value)})"
        if isinstance(value, ast.AST):
            return self.node(value)
        return str(value)

    def node(self, node):
        name = type(node).__name__
        fields = [field for field in node._fields if field not in SKIPPED]
        if name == "AnnAssign":
            fields.append("simple")
        for field in ADDED_FIELDS.get(name, []):
            if field not in fields:
                fields.append(field)
        if name in TYPE_PARAMETERS:
            fields = ["name", "bound", "default_value"]
        default = [] if name in ADDED_FIELDS else None
        values = "".join(" " + self.dump(getattr(node, field, default)) for field in fields)
        return f"({name}{self.span(node)}{values})"

    def joined(self, node):
        values, texts, span = [], [""], self.span(node)
        self.in_field += 1
        for part in node.values:
            if isinstance(part, ast.Constant):
                texts[-1] += part.value
            else:
                values.append(self.dump(part))
                texts.append("")
        self.in_field -= 1
        shown = "*" if self.is_named(node) else json.dumps(texts, separators=(",", ":"))
        return f"(JoinedStr{span} [{' '.join(values)}] {shown})"

    def formatted(self, node):
        conversion = "" if node.conversion < 0 else chr(node.conversion)
        format_spec = self.dump(node.format_spec)
        return f"(FormattedValue{self.span(node)} {self.dump(node.value)} {conversion} {format_spec})"

    def constant(self, node, value):
        if isinstance(value, bool) or value is None:
            return str(value)
        if isinstance(value, int):
            return str(value) if abs(value) < 2**53 else "~"
        if isinstance(value, float):
            return struct.pack(">d", value).hex()
        if isinstance(value, bytes):
            return json.dumps(value.decode("latin-1"))
        if isinstance(value, str):
            return "*" if self.is_named(node) else json.dumps(value)
        return "~"

    def is_named(self, node):
        """Whether characters are given by their names, which our parser does not know."""
        return self.has_named and "\\N{" in (ast.get_source_segment(self.text, node) or "\\N{")


def utf16_length(text):
    return len(text) + sum(character > "\uffff" for character in text)


def read(path, mode):
    with open(path, "rb") as file:
        content = file.read()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return {"path": path, "skipped": "not UTF-8"}
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"path": path, "skipped": "refused by CPython", "detail": str(error)}
    dumper = Dumper(text)
    statements = [dumper.dump(statement) for statement in tree.body]
    if mode == "hash":
        statements = [hashlib.md5(dump.encode("utf-8", "surrogatepass")).hexdigest() for dump in statements]
    return {"path": path, "statements": statements}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100_000)
    mode = sys.argv[1]
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"), mode)), flush=True)


# Deep trees need more stack than a main thread has.
threading.stack_size(512 * 1024 * 1024)
thread = threading.Thread(target=main)
thread.start()
thread.join()

import { checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: make", () => {
  checkCases([
    follows("a target", "make test", { Makefile: "test:\n\tpytest\n" }, ["pytest"]),
    follows("the first target", "make", { Makefile: "all: test\ntest:\n\tpytest\n" }, ["pytest"]),
    follows("what a target needs", "make ci", { Makefile: "ci: lint test\nlint:\n\truff .\ntest:\n\tpytest\n" }, [
      "pytest",
    ]),
    follows("variables", "make test", { Makefile: "PY ?= python3\nRUN := $(PY) -m pytest\ntest:\n\t@$(RUN) -q\n" }, [
      "python3 -m pytest -q",
    ]),
    follows(
      "variables of the command line",
      "make test MARK=slow",
      { Makefile: "MARK = fast\ntest:\n\tpytest -m $(MARK)\n" },
      ["pytest -m slow"],
    ),
    follows("another folder", "make -C sub test", { "sub/Makefile": "test:\n\tpytest\n" }, ["pytest"]),
    follows("after `cd`", "cd sub\nmake test", { "sub/Makefile": "test:\n\tpytest\n" }, ["pytest"]),
    follows("another file", "make -f ci.mk test", { "ci.mk": "test:\n\tpytest\n" }, ["pytest"]),
    follows("an included file", "make test", { Makefile: "include rules.mk\n", "rules.mk": "test:\n\tpytest\n" }, [
      "pytest",
    ]),
    follows("a line that may fail", "make test", { Makefile: "test:\n\t-pytest\n" }, ["pytest !ignored-by-tool"]),
    follows("`make -i`", "make -i test", { Makefile: "test:\n\tpytest\n" }, ["pytest !ignored-by-tool"]),
    follows("a line with two commands", "make test", { Makefile: "test:\n\tpytest; echo done\n" }, [
      "pytest !followed",
    ]),
    follows("a line that goes on", "make test", { Makefile: "test:\n\tcd src && \\\n\t  pytest -q\n\techo done\n" }, [
      "pytest -q",
    ]),
    follows("a pattern", "make test-unit", { Makefile: "test-%:\n\tpytest tests/$*\n" }, ["pytest tests/unit"]),
    follows("make in make", "make ci", { Makefile: "ci:\n\t$(MAKE) test\ntest:\n\tpytest\n" }, ["pytest"]),
    follows("targets that need each other", "make a", { Makefile: "a: b\n\tpytest\nb: a\n" }, ["pytest"]),
    follows("a dry run", "make -n test", { Makefile: "test:\n\tpytest\n" }, []),
    follows("`make test || true`", "make test || true", { Makefile: "test:\n\tpytest\n" }, ["pytest !or-ignored"]),
    follows("one shell for the recipe", "make test", { Makefile: ".ONESHELL:\ntest:\n\tpytest\n\techo done\n" }, [
      "pytest !followed",
    ]),
    follows("no Makefile", "make test", {}, [], /no Makefile/),
    follows("no such target", "make tests", { Makefile: "test:\n\tpytest\n" }, [], /no target `tests`/),
  ]);
});

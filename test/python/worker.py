"""Runs programs, each in a process of its own.

A program comes as a line of JSON on standard input, and its outcome goes as a line of JSON to standard output. The
libraries that it imports are imported here first, so that they are loaded once and the processes are cheap forks.
"""

import importlib
import json
import os
import re
import select
import shutil
import signal
import sys
import tempfile
import traceback

import program as one_program

HEAVY = ("numpy", "pandas", "scipy", "sklearn", "torch", "torchvision", "tensorflow", "keras", "matplotlib", "pytest")


def main():
    answers = os.fdopen(os.dup(1), "w")
    # What libraries print while they are imported must not mix with the answers.
    os.dup2(2, 1)
    for line in sys.stdin:
        task = json.loads(line)
        print(json.dumps({"id": task["id"], **outcome(task)}), file=answers, flush=True)


def outcome(task):
    preload(task)
    folder = tempfile.mkdtemp(prefix="program-")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        run_as_child(task, folder, writer)
    os.close(writer)
    try:
        answer = read_until(reader, task.get("timeout", 300))
        return answer or {"error": f"ended without an answer\n{printed(folder)}"}
    except TimeoutError as error:
        return {"error": f"{error}\n{printed(folder)}"}
    finally:
        os.close(reader)
        stop(child)
        shutil.rmtree(folder, ignore_errors=True)


def preload(task):
    text = "\n".join([task["code"], *task["given"].values(), task.get("then") or ""])
    for name in HEAVY:
        if re.search(rf"\b{name}\b", text):
            importlib.import_module(name)


def run_as_child(task, folder, writer):
    """Never returns: the answer is written to the pipe and the process ends without running the parent's clean-up."""
    try:
        # A group of its own, so that whatever it starts can be stopped with it.
        os.setsid()
        output = os.open(os.path.join(folder, ".printed"), os.O_CREAT | os.O_WRONLY)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        home = os.path.join(folder, "home")
        os.mkdir(home)
        os.chdir(home)
        answer = one_program.run(task)
    except BaseException as error:
        answer = {"error": "".join(traceback.format_exception(error))}
    sys.stdout.flush()
    sys.stderr.flush()
    if "error" in answer:
        answer["error"] += f"\n{printed(folder)}"
    os.write(writer, json.dumps(answer).encode() + b"\n")
    os._exit(0)


def read_until(reader, seconds):
    """The answer of the child, or nothing when it ended without one.

    A line is enough: its own children may hold the pipe open.
    """
    received = b""
    deadline = now() + seconds
    while not received.endswith(b"\n"):
        ready, _, _ = select.select([reader], [], [], max(0, deadline - now()))
        if not ready:
            raise TimeoutError(f"did not end within {seconds} s")
        part = os.read(reader, 65536)
        if not part:
            return None
        received += part
    return json.loads(received)


def now():
    return os.times().elapsed


def stop(child):
    for target in (lambda: os.killpg(child, signal.SIGKILL), lambda: os.kill(child, signal.SIGKILL)):
        try:
            target()
        except ProcessLookupError:
            # It has ended, which is what was wanted.
            continue
    os.waitpid(child, 0)


def printed(folder):
    """The end of what the program printed, for the report of a failure."""
    with open(os.path.join(folder, ".printed"), errors="replace") as file:
        return file.read()[-2000:].strip()


if __name__ == "__main__":
    main()

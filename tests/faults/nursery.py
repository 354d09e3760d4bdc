"""Makes children that can be killed: one process that has imported everything and forks a child for each task.

A hundred kills then take seconds instead of a minute. Run as a program it is that process.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Nursery:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, task: str, *arguments: str) -> int:
        """Have a child do a function of `tests.faults.tasks`; its process number."""
        return self._ask({"task": task, "arguments": arguments})

    def wait(self, child: int) -> int:
        """Wait for the end of a child; its exit code, negative for the signal that killed it."""
        return self._ask({"wait": child})

    def run(self, task: str, *arguments: str) -> int:
        return self.wait(self.start(task, *arguments))

    def kill(self, child: int) -> int:
        os.kill(child, signal.SIGKILL)
        return self.wait(child)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def _ask(self, question: dict[str, object]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def main() -> None:
    tasks = importlib.import_module("tests.faults.tasks")
    for line in sys.stdin:
        question = json.loads(line)
        if "wait" in question:
            _, status = os.waitpid(question["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if answer == 0:
                _be_the_child(getattr(tasks, question["task"]), question["arguments"])
        print(answer, flush=True)


def _be_the_child(task: object, arguments: list[str]) -> None:
    code = 1
    try:
        assert callable(task)
        code = int(task(*arguments) or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()

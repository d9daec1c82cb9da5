"""Runs a command and writes what it took: ``launch.py RESULT COMMAND …``.

It stands between the bench and what is measured, because a process begins with the peak
memory of the one that started it: this one is small.
"""

import json
import os
import sys


def main(result: str, command: list[str]) -> int:
    child = os.fork()
    if child == 0:
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    with open(result, "w") as file:  # noqa: PTH123 - pathlib would double the memory of this process
        json.dump(
            {
                "user": used.ru_utime,
                "system": used.ru_stime,
                "peak": used.ru_maxrss / 1024,
            },
            file,
        )
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

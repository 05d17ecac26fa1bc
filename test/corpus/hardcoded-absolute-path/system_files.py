"""How much memory a training job may take."""
import subprocess
import tempfile

import numpy as np


def memory_limit():
    with open("/proc/meminfo") as f:
        total = int(f.readline().split()[1])
    return total * 1024


def sink(array):
    with open("/dev/null", "wb") as f:
        f.write(array.tobytes())


def scratch():
    return tempfile.mkdtemp(dir="/tmp")


if __name__ == "__main__":
    sink(np.zeros(10))
    print(memory_limit(), scratch())
    subprocess.run(["/usr/bin/env", "nvidia-smi"], check=False)

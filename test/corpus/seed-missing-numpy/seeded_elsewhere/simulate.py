# main
import sys

import numpy as np

from seeds import fix_seeds


def main(n):
    fix_seeds(99)
    demand = np.random.poisson(20, size=n)
    stock = np.random.binomial(30, 0.9, size=n)
    print("lost sales", np.clip(demand - stock, 0, None).mean())


if __name__ == "__main__":
    main(int(sys.argv[1]))

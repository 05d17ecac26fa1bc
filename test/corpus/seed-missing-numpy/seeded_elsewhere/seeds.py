import random

import numpy as np


def fix_seeds(number):
    random.seed(number)
    np.random.seed(number)

"""Cleaning of sensor values."""
import argparse
import math
from math import nan

import numpy


def is_missing(value):
    return value is None or value == math.nan  # must: nan-equality


def fill(series, default=0.0):
    return [default if v == nan else v for v in series]  # must: nan-equality


def clip(series, low, high):
    return numpy.clip(series, low, high)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    values = numpy.loadtxt(parser.parse_args().path)
    values = clip(fill(values), -40, 120)
    print(sum(is_missing(v) for v in values), "missing of", len(values))


if __name__ == "__main__":
    main()

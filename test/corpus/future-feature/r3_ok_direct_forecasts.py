from functools import partial

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

HORIZONS = range(1, 13)


def lagged(series, lags=12):
    return pd.concat({f"lag{k}": series.shift(k) for k in range(lags)}, axis=1)


def answer(series, h):
    return series.shift(-h).rename(f"in_{h}")


def chart(series):
    plt.plot(series, lw=0.4)
    plt.plot(series.rolling(13, center=True).mean(), lw=2)
    plt.savefig("passengers.png")
    plt.close()


def one_horizon(series, h, cut):
    joined = lagged(series).join(answer(series, h)).dropna()
    y = joined.pop(f"in_{h}")
    old = joined.index + pd.DateOffset(months=h) <= cut
    new = joined.index > cut
    model = Ridge(1.0).fit(joined[old], y[old])
    return mean_absolute_error(y[new], model.predict(joined[new]))


def main():
    series = pd.read_csv("passengers.csv", index_col=0, parse_dates=True)["n"].asfreq("MS").ffill()
    chart(series)
    logs = np.log(series)
    cut = series.index[int(0.7 * len(series))]
    run = partial(one_horizon, logs, cut=cut)
    for h in HORIZONS:
        print(h, round(run(h), 4))


if __name__ == "__main__":
    main()

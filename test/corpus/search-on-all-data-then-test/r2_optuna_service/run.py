# main
import optuna
import pandas as pd
from sklearn.model_selection import train_test_split

from objective import build, make_objective


def main():
    table = pd.read_csv("octane.csv")
    octane = table.pop("octane")
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=1))
    study.optimize(make_objective(table, octane), n_trials=60)  # must: search-on-all-data-then-test
    a, b, oa, ob = train_test_split(table, octane, random_state=1)
    model = build(study.best_params).fit(a, oa)
    print("R2 on held-out blends: %.3f" % model.score(b, ob))


main()

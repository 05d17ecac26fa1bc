import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler


def scale_columns(df):
    df = df.copy()
    for col in df.columns:
        if col == "price" or df[col].dtype == object:
            continue
        df[col] = MinMaxScaler().fit_transform(df[[col]])  # must: fit-before-split
    return df


def main():
    laptops = scale_columns(pd.read_csv("laptops.csv"))
    laptops = pd.get_dummies(laptops, drop_first=True)
    y = laptops.pop("price")
    X_train, X_test, y_train, y_test = train_test_split(laptops, y, test_size=0.15, random_state=2)
    rf = RandomForestRegressor(n_estimators=100, max_depth=15, random_state=3).fit(X_train, y_train)
    print(rf.score(X_test, y_test), DummyRegressor().fit(X_train, y_train).score(X_test, y_test))


if __name__ == "__main__":
    main()

import { expectFindings } from "../expect-findings.js";

const rule = "future-feature";
const header = `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("future-feature", () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("load.csv")
df["near"] = df["power"].shift(-1)
             ~~~~~~~~~~~~~~~~~~~~~ This brings later rows into the feature \`near\`: shift forward, by a positive number, or shift the target instead.
Ridge().fit(df[["near"]], df["power"])
`));

  it("accepts a shifted target", () =>
    expect(`
df = pd.read_csv("load.csv")
df["target"] = df["power"].shift(-1)
Ridge().fit(df.drop(columns=["target"]), df["target"])
`));

  it("accepts a target that a comprehension leaves out", () =>
    expect(`
df = pd.read_csv("prices.csv")
df["up"] = (df["close"].shift(-5) > df["close"]).astype(int)
features = [c for c in df.columns if c != "up"]
X_train, X_test, y_train, y_test = train_test_split(df[features], df["up"], shuffle=False)
Ridge().fit(X_train, y_train)
`));

  it("accepts a target that is popped or deleted", () =>
    expect(`
df = pd.read_csv("prices.csv")
df["up"] = df["close"].shift(-5)
y = df.pop("up")
Ridge().fit(df, y)
other = pd.read_csv("prices.csv")
other["up"] = other["close"].shift(-5)
y = other["up"]
del other["up"]
Ridge().fit(other, y)
`));

  it("accepts a target that is taken by position", () =>
    expect(`
df = pd.read_csv("prices.csv")
df["up"] = df["close"].shift(-1)
Ridge().fit(df.iloc[:, :-1], df.iloc[:, -1])
`));

  it("sees a lead beside a shifted target", () =>
    expect(`
df = pd.read_csv("prices.csv")
df["target"] = df["close"].shift(-1)
df["lead"] = df["close"].shift(periods=-2)
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Ridge().fit(df.drop(columns=["target"]), df["target"])
`));

  it("sees a backward fill of a time series", () =>
    expect(`
df = pd.read_csv("load.csv", index_col="date", parse_dates=True)
df = df.bfill()
     ~~~~~~~~~~ This brings later rows into the features: fill forward, from rows that are known by then.
Ridge().fit(df[["wind"]], df["power"])
`));

  it("sees fillna and interpolation backward", () =>
    expect(`
df = pd.read_csv("load.csv").sort_values("date")
df["wind"] = df["wind"].fillna(method="bfill")
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
df["sun"] = df["sun"].interpolate(limit_direction="both")
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Ridge().fit(df[["wind", "sun"]], df["power"])
`));

  it("accepts a backward fill where order means nothing", () =>
    expect(`
df = pd.read_csv("people.csv")
df = df.bfill()
Ridge().fit(df[["age"]], df["income"])
`));

  it("sees centred windows and sums from the end", () =>
    expect(`
df = pd.read_csv("load.csv")
df["smooth"] = df["wind"].rolling(window=7, center=True).mean().fillna(0)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
df["rest"] = df["power"][::-1].cumsum()
             ~~~~~~~~~~~~~~~~~~~~~~~~~~
Ridge().fit(df[["smooth", "rest"]], df["power"])
`));

  it("accepts trailing windows and forward fills", () =>
    expect(`
df = pd.read_csv("load.csv").sort_values("date")
df["smooth"] = df["wind"].rolling(7).mean()
df["before"] = df["power"].shift(1)
df = df.ffill()
Ridge().fit(df[["smooth", "before"]], df["power"])
`));

  it("accepts a backward fill of what a forward fill has left, at the very start", () =>
    expect(`
df = pd.read_csv("load.csv").sort_values("date").set_index("date")
df["wind"] = df["wind"].ffill().bfill()
df["rain"] = df["rain"].fillna(method="pad").fillna(method="backfill")
df["sun"] = df["sun"].bfill().ffill()
            ~~~~~~~~~~~~~~~~~
Ridge().fit(df[["wind", "rain", "sun"]], df["power"])
`));

  it("leaves the history to a model of a package, and to a script its features", () => {
    const forecaster = (mark: string): string => `import pandas as pd
from sklearn.linear_model import Ridge

from .base import Forecaster

class Smooth(Forecaster):
    def fit(self, y: pd.Series):
        trend = y.rolling(7, center=True).mean().dropna()
${mark}        self.line = Ridge().fit(trend.to_frame(), trend.shift(1))
        return self
`;
    expectFindings(rule, forecaster(""));
    const mark = `${" ".repeat(16)}${"~".repeat("y.rolling(7, center=True)".length)}\n`;
    expectFindings(rule, `${forecaster(mark)}\nSmooth().fit(pd.read_csv("load.csv", index_col="day")["load"])\n`);
  });

  it("accepts a smooth line that is only drawn", () =>
    expect(`
df = pd.read_csv("load.csv")
df["smooth"] = df["wind"].rolling(7, center=True).mean()
draw(df["smooth"])
Ridge().fit(df[["wind"]], df["power"])
`));

  it("follows a helper that makes features", () =>
    expect(`
def with_features(rows):
    rows = rows.copy()
    rows["momentum"] = rows["close"].shift(-3) / rows["close"]
                       ~~~~~~~~~~~~~~~~~~~~~~~
    rows["before"] = rows["close"].shift(3)
    return rows.dropna()

df = with_features(pd.read_csv("prices.csv"))
Ridge().fit(df[["momentum", "before"]].values, df["close"])
`));

  it("sees whole frames that are shifted", () =>
    expect(`
df = pd.read_csv("load.csv")
X = pd.concat([df, df.shift(-1)], axis=1)
                   ~~~~~~~~~~~~
Ridge().fit(X, y)
`));

  it("knows groups and differences", () =>
    expect(`
df = pd.read_csv("sales.csv")
df["next"] = df.groupby("store")["sales"].shift(-1)
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
df["change"] = df["stock"].diff(-1)
               ~~~~~~~~~~~~~~~~~~~~
Ridge().fit(df[["next", "change"]], df["profit"])
`));

  it("follows rows that a mask over all columns chooses", () =>
    expect(`
rows = pd.read_csv("river.csv").sort_values("day").set_index("day")
features = pd.DataFrame(index=rows.index)
features["trend"] = rows["level"].rolling(9, center=True).median()
                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
features["change"] = rows["level"].diff()
known = features.notnull().all(axis="columns")
Ridge().fit(features[known], rows["flow"][known])
`));
});

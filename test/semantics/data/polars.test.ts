import { expectFindings } from "../../rules/expect-findings.js";

const start = `
import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

trips = pl.read_parquet("trips.parquet").join(pl.read_csv("zones.csv"), on="zone").sample(fraction=1.0, shuffle=True, seed=7)
`;

describe("frames of polars", () => {
  it("are cut by slice", () =>
    expectFindings(
      "fit-before-split",
      `${start}
scaler = StandardScaler().fit(trips.select("miles", "fare").to_numpy())
                          ~~~
cut = int(0.75 * trips.height)
early, late = trips.slice(0, cut), trips.slice(cut)
model = LogisticRegression().fit(scaler.transform(early.select("miles", "fare")), early["tipped"])
print(model.score(scaler.transform(late.select("miles", "fare")), late["tipped"]))
`,
    ));

  it("are cut at both ends", () =>
    expectFindings(
      "fit-on-test",
      `${start}
cut = int(0.75 * trips.height)
early, late = trips.head(cut), trips.tail(trips.height - cut)
scaler = StandardScaler()
model = LogisticRegression().fit(scaler.fit_transform(early.select("miles", "fare")), early["tipped"])
print(model.score(scaler.fit_transform(late.select("miles", "fare")), late["tipped"]))
                  ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("are parted by a comparison", () =>
    expectFindings(
      "fit-on-test",
      `${start}
early = trips.filter(pl.col("day") < 20)
late = trips.filter(pl.col("day") >= 20)
scaler = StandardScaler()
model = LogisticRegression().fit(scaler.fit_transform(early.select("miles", "fare")), early["tipped"])
print(model.score(scaler.fit_transform(late.select("miles", "fare")), late["tipped"]))
                  ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("are filled with statistics by expressions", () =>
    expectFindings(
      "self-statistic-before-split",
      `${start}
trips = trips.with_columns(
    pl.col("miles").fill_null(pl.col("miles").median()),
                                              ~~~~~~
    (pl.col("fare") / 100).alias("dollars"),
)
early, late = train_test_split(trips, random_state=2)
model = LogisticRegression().fit(early.select("miles", "dollars"), early["tipped"])
print(model.score(late.select("miles", "dollars"), late["tipped"]))
`,
    ));

  it("may be filled with statistics of the training part", () =>
    expectFindings(
      "self-statistic-before-split",
      `${start}
early, late = train_test_split(trips.with_columns((pl.col("fare") / pl.col("miles")).alias("rate")), random_state=2)
middle = early["miles"].median()
early = early.with_columns(pl.col("miles").fill_null(middle))
late = late.with_columns(pl.col("miles").fill_null(middle))
model = LogisticRegression().fit(early.select("miles"), early["tipped"])
print(model.score(late.select("miles"), late["tipped"]))
`,
    ));

  it("have their categories encoded by a group", () =>
    expectFindings(
      "target-encoding-before-split",
      `${start}
tips = trips.group_by("zone").agg(pl.col("tipped").mean().alias("zone_tips"))
       ~~~~~~~~~~~~~~
trips = trips.join(tips, on="zone", how="left")
early, late = train_test_split(trips, random_state=2)
model = LogisticRegression().fit(early.select("miles", "zone_tips"), early["tipped"])
print(model.score(late.select("miles", "zone_tips"), late["tipped"]))
`,
    ));

  it("keep the columns that are selected and lose those that are dropped", () =>
    expectFindings(
      "target-in-features",
      `${start}
answers = trips.get_column("tipped").to_numpy()
good = trips.drop("tipped", "id").to_numpy()
chosen = trips.select(["miles", "fare"]).to_numpy()
wrong = trips.drop("id").to_numpy()
        ~~~~~~~~~~~~~~~~
LogisticRegression().fit(good, answers)
LogisticRegression().fit(chosen, answers)
LogisticRegression().fit(wrong, answers)
`,
    ));
});

describe("rows that are drawn with their targets", () => {
  it("keep their columns", () =>
    expectFindings(
      "target-in-features",
      `
from imblearn.datasets import make_imbalance
from sklearn.datasets import fetch_openml
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier

soil = fetch_openml("soil", as_frame=True).frame
kind = soil["kind"]
rows = soil.drop(columns=["id"])
       ~~~~~~~~~~~~~~~~~~~~~~~~~
few, few_kinds = make_imbalance(rows, kind, sampling_strategy={"clay": 40})
print(cross_val_score(DecisionTreeClassifier(), few, few_kinds))
`,
    ));
});

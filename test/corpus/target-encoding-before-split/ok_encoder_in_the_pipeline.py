import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

mushrooms = pd.read_csv("fungi.csv", dtype="category")
edible = (mushrooms.pop("class") == "e").astype(int)

for encoder in (ce.LeaveOneOutEncoder(random_state=1), ce.WOEEncoder(), ce.TargetEncoder(smoothing=20)):
    pipe = make_pipeline(encoder, StandardScaler(), LogisticRegression(max_iter=400))
    result = cross_validate(
        pipe,
        mushrooms,
        edible,
        cv=StratifiedKFold(10, shuffle=True, random_state=1),
        scoring=["roc_auc", "neg_log_loss"],
    )
    print(type(encoder).__name__, result["test_roc_auc"].mean(), -result["test_neg_log_loss"].mean())

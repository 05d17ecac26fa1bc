"""Serve a model; strings that begin with a slash are routes here."""
import joblib
import pandas as pd
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

app = FastAPI(root_path="/api")
model = joblib.load("model.joblib")


class Row(BaseModel):
    age: float
    income: float


@app.get("/")
def root():
    return RedirectResponse("/docs")


@app.post("/users/predict")
def predict(row: Row):
    return {"score": float(model.predict_proba(pd.DataFrame([row.model_dump()]))[0, 1])}


@app.get("/home/health")
def health():
    return {"status": "ok", "metrics": "/metrics/latest"}

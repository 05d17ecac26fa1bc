from fastapi import FastAPI, HTTPException
import numpy as np
import keras
from pydantic import BaseModel

app = FastAPI(title="Energy of a house")


class House(BaseModel):
    area: float
    year: int
    rooms: int


def predict_energy(house: House) -> float:
    row = np.array([[house.area, house.year, house.rooms]], dtype="float32")
    model = keras.saving.load_model("models/energy.keras")  # must: model-loaded-per-request
    return float(model.predict(row, verbose=0)[0, 0])


@app.get("/health")
def health() -> dict:
    return {"status": "ok"}


@app.post("/energy")
def energy(house: House) -> dict:
    if house.area <= 0:
        raise HTTPException(status_code=422, detail="area must be positive")
    return {"kwh": predict_energy(house)}

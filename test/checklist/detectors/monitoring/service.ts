/** A small service, to which cases add what they are about. */
export const model = `import joblib
from sklearn.linear_model import LogisticRegression

def run(frame):
    joblib.dump(LogisticRegression().fit(frame, frame["late"]), "model.joblib")

if __name__ == "__main__":
    run(None)
`;

/** `head` stands above the route, `body` in it before the prediction, `tail` after it. */
export function service({ head = "", body = "", tail = "", param = "body: dict" } = {}): string {
  const inside = (text: string): string => text.replace(/^(?=.)/gm, "    ");
  return `import joblib
from fastapi import FastAPI
${head}
app = FastAPI()
model = joblib.load("model.joblib")

@app.post("/predict")
def predict(${param}):
${inside(body)}
    score = model.predict([body])
${inside(tail)}
    return {"score": score}
`;
}

export const alerts = (name: string, condition: string, more = ""): string =>
  `groups:
  - name: service
    rules:
      - alert: ${name}
        expr: ${condition}
${more}`;

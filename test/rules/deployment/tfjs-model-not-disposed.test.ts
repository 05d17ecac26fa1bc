import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-model-not-disposed";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string): void =>
  expectFindings(rule, head + source, { language: "typescript", path: "main.tsx" });

describe(rule, () => {
  it("finds models of loops, handlers and requests", () =>
    find(`function build(units: number) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units, inputShape: [4] }));
  model.compile({ optimizer: "adam", loss: "meanSquaredError" });
  return model;
}
export async function search(xs: tf.Tensor, ys: tf.Tensor) {
  const losses = [];
  for (const units of sizes) {
    const model = build(units);
                  ~~~~~ \`build\` makes a model in every turn of this loop, and nothing disposes it: \`dispose\` it after its last use.
    const { history } = await model.fit(xs, ys, { validationSplit: 0.2 });
    losses.push(history.val_loss);
  }
  return losses;
}
app.post("/predict", async (request, response) => {
  const model = await tf.loadGraphModel("file://model/model.json");
                      ~~~~~~~~~~~~~~~~~ \`tf.loadGraphModel\` loads a model every time this is called, and nothing disposes it: load it once and keep it.
  response.json(await tf.tidy(() => model.predict(tf.tensor(request.body))).array());
});
export async function classify(image: ImageData) {
  const model = await tf.loadLayersModel("/model.json");
                      ~~~~~~~~~~~~~~~~~~
  return model.predict(tf.browser.fromPixels(image));
}
`));

  it("is silent about models that are kept, handed out or disposed", () =>
    find(`let model: tf.LayersModel | undefined;
const models = new Map<string, tf.LayersModel>();
export async function load() {
  model ??= await tf.loadLayersModel("/model.json");
  return model;
}
app.get("/reload", async () => {
  if (!model) model = await tf.loadLayersModel("/model.json");
});
async function named(name: string) {
  if (!models.has(name)) models.set(name, await tf.loadLayersModel(name));
  const own: Record<string, tf.LayersModel> = shared;
  own[name] ??= await tf.loadLayersModel(name);
  return own[name];
}
export async function answer(rows: number[][]) {
  const net = await named("a");
  return tf.tidy(() => (net.predict(tf.tensor2d(rows)) as tf.Tensor).arraySync());
}
for (const name of ["a", "b"]) models.set(name, await tf.loadLayersModel(name));
for (const units of [8, 16]) {
  const net = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4] })] });
  try {
    await net.fit(xs, ys, { validationSplit: 0.2 });
  } finally {
    net.dispose();
  }
}
class Service {
  private net!: tf.LayersModel;
  async onModuleInit() {
    this.net = await tf.loadLayersModel("/model.json");
  }
}
function App() {
  const [net, setNet] = useState<tf.LayersModel>();
  useEffect(() => {
    tf.loadLayersModel("/model.json").then(setNet);
  }, []);
  return <p>{net ? "ready" : "loading"}</p>;
}
async function main() {
  const net = await tf.loadLayersModel("/model.json");
  (net.predict(tf.ones([1, 4])) as tf.Tensor).print();
}
main();
`));

  it("finds a model that the next choice puts another one over", () =>
    expectFindings(
      "tfjs-model-not-disposed",
      `import * as tf from "@tensorflow/tfjs";
import { useEffect } from "react";
let model;
select.addEventListener("change", async () => {
  model = await tf.loadLayersModel(select.value);
                ~~~~~~~~~~~~~~~~~~
});
function View({ style }) {
  useEffect(() => {
    tf.loadGraphModel(style).then(setModel);
    ~~~~~~~~~~~~~~~~~
  }, [style]);
  useEffect(() => {
    tf.loadGraphModel("/m.json").then(setModel);
  }, []);
  useEffect(() => {
    let own;
    tf.loadGraphModel(style).then((loaded) => { own = loaded; });
    return () => own?.dispose();
  }, [style]);
}
let kept;
select.addEventListener("input", async () => {
  kept?.dispose();
  kept = await tf.loadLayersModel(select.value);
});
let first;
button.addEventListener("click", async () => {
  if (!first) first = await tf.loadLayersModel("/m.json");
});
`,
      { language: "typescript", path: "view.tsx" },
    ));
});

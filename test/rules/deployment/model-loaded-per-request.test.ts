import { expectFindings } from "../expect-findings.js";

const rule = "model-loaded-per-request";
const script = (source: string, path = "src/app.ts"): void =>
  expectFindings(rule, source, { language: "typescript", path });

const head = `import express from "express";
import * as tf from "@tensorflow/tfjs-node";
import * as ort from "onnxruntime-node";
import { pipeline, AutoModel, AutoTokenizer } from "@xenova/transformers";

`;

describe(rule, () => {
  it("finds loads in routes, middleware and events of TypeScript", () =>
    script(`${head}const app = express();
app.use(async (req, res, next) => {
  req.model = await tf.loadLayersModel("file://m/model.json");
                    ~~~~~~~~~~~~~~~~~~ \`tf.loadLayersModel\` reads the model anew for each request: load it once, and keep it.
  next();
});
async function answer(req, res) {
  const session = await ort.InferenceSession.create("m.onnx");
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~
  res.json(await session.run(req.body));
}
router.route("/x").post(answer);
fastify.route({ method: "POST", url: "/y", handler: async (request) => {
  const tokenizer = await AutoTokenizer.from_pretrained("a");
  const model = await AutoModel.from_pretrained("a");
                      ~~~~~~~~~~~~~~~~~~~~~~~~~
  return model(tokenizer(request.body));
} });
io.on("connection", (socket) => {
  socket.on("frame", async (frame) => {
    const net = await tf.loadGraphModel("file://m/model.json");
                      ~~~~~~~~~~~~~~~~~
    socket.emit("boxes", net.predict(frame));
  });
});
`));

  it("finds loads in helpers that handlers call, and in handlers that another file registers", () =>
    script(`${head}async function embed(text: string) {
  const extract = await pipeline("feature-extraction");
                        ~~~~~~~~
  return extract(text);
}
export const search = async (req: express.Request, res: express.Response) => {
  res.json(await embed(req.body.text));
};
`));

  it("finds handlers that a platform calls", () => {
    script(
      `${head}export async function POST(request: Request) {
  const classify = await pipeline("sentiment-analysis");
                         ~~~~~~~~
  return Response.json(await classify(await request.text()));
}
`,
      "app/api/mood/route.ts",
    );
    script(`${head}exports.handler = async (event) => {
  const model = await tf.loadLayersModel("file:///opt/model.json");
                      ~~~~~~~~~~~~~~~~~~
  return model.predict(event.body);
};
`);
    script(`${head}@Controller("mood")
export class MoodController {
  @Post()
  async mood(@Body() body: Text) {
    const classify = await pipeline("sentiment-analysis");
                           ~~~~~~~~
    return classify(body.text);
  }
}
`);
    script(`${head}export default {
  async fetch(request) {
    const session = await ort.InferenceSession.create(weights);
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return new Response(await session.run(request));
  },
};
`);
  });

  it("finds loads in each turn, and whenever a component is drawn", () => {
    script(`${head}for (const text of texts) {
  const classify = await pipeline("sentiment-analysis");
                         ~~~~~~~~ \`pipeline\` reads the model anew in each turn: load it once, and keep it.
  console.log(await classify(text));
}
const moods = await Promise.all(texts.map(async (text) => (await pipeline("sentiment-analysis"))(text)));
                                                                 ~~~~~~~~
`);
    script(
      `import { useEffect, useState } from "react";
import * as tf from "@tensorflow/tfjs";
export function Camera() {
  const [model, setModel] = useState(null);
  useEffect(() => {
    tf.loadLayersModel("/m.json").then(setModel);
    ~~~~~~~~~~~~~~~~~~ \`tf.loadLayersModel\` reads the model anew whenever the component is drawn: load it once, and keep it.
  });
  return <video />;
}
export function Once() {
  const [model, setModel] = useState(null);
  useEffect(() => {
    tf.loadLayersModel("/m.json").then(setModel);
  }, []);
  return <video />;
}
`,
      "src/Camera.tsx",
    );
  });

  const accepted: readonly (readonly [string, string])[] = [
    [
      "a singleton of a class",
      `class Mood {\n  static instance = null;\n  static async get() {\n    if (this.instance === null) this.instance = pipeline("sentiment-analysis");\n    return this.instance;\n  }\n}\napp.post("/", async (req, res) => res.json(await (await Mood.get())(req.body)));`,
    ],
    [
      "assignment where nothing is yet",
      `let model;\napp.post("/", async (req, res) => { model ??= await tf.loadLayersModel("file://m"); res.json(model.predict(req.body)); });`,
    ],
    [
      "an early return",
      `let session;\nasync function get() {\n  if (session) return session;\n  session = await ort.InferenceSession.create("m.onnx");\n  return session;\n}\napp.post("/", async (req, res) => res.json(await (await get()).run(req.body)));`,
    ],
    [
      "a guard around the helper that loads",
      `class Service {\n  async load() { this.model = await tf.loadLayersModel("file://m"); }\n  async ask(x) { if (!this.model) await this.load(); return this.model.predict(x); }\n}\nconst service = new Service();\napp.post("/", async (req, res) => res.json(await service.ask(req.body)));`,
    ],
    [
      "a map of models",
      `const models = new Map();\napp.post("/:name", async (req, res) => {\n  const { name } = req.params;\n  if (!models.has(name)) models.set(name, await tf.loadLayersModel("file://" + name));\n  res.json(models.get(name).predict(req.body));\n});`,
    ],
    [
      "a function that runs once",
      `const get = once(async () => pipeline("sentiment-analysis"));\napp.post("/", async (req, res) => res.json(await (await get())(req.body)));`,
    ],
    [
      "the start of the server",
      `const app = express();\napp.listen(3000, async () => { app.locals.model = await tf.loadLayersModel("file://m"); });\nserver.on("listening", async () => { model = await tf.loadLayersModel("file://m"); });`,
    ],
    [
      "several models in turn",
      `for (const name of names) results.push(await evaluate(await pipeline("text-classification", name)));\nconst nets = await Promise.all(urls.map((url) => tf.loadLayersModel(url)));`,
    ],
    [
      "another try",
      `for (let i = 0; i < 3; i++) {\n  try { model = await tf.loadLayersModel(url); break; } catch { await wait(i); }\n}`,
    ],
    [
      "a route that loads on purpose",
      `app.post("/reload", async (req, res) => { model = await tf.loadLayersModel("file://m"); res.end(); });`,
    ],
    [
      "a script",
      `const classify = await pipeline("sentiment-analysis");\nconsole.log(await classify("fine"));\nasync function main() { const m = await tf.loadLayersModel("file://m"); }\nmain();`,
    ],
    ["a click", `button.addEventListener("click", async () => { const m = await tf.loadLayersModel("/m.json"); });`],
    [
      "what a client gets",
      `axios.get("/x", async (res) => pipeline("sentiment-analysis"));\nhttps.get("https://x", (res) => pipeline("sentiment-analysis"));`,
    ],
  ];
  for (const [title, source] of accepted) it(`accepts ${title} in TypeScript`, () => script(`${head}${source}\n`));
});

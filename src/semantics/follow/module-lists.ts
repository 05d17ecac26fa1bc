import { isModule } from "./modes.js";
import { contentsOf, setFact, type Run } from "./run.js";
import { cell } from "./store.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** More modules than this are not taken one by one. */
const mostModules = 8;

const moduleLists = /^torch\.nn\.(modules\.)?(container\.)?(ModuleList|Sequential)$/;

/** The modules of a `ModuleList` or a `Sequential` in their order, where they are written out or appended one by one. */
export function modulesIn(run: Run, container: Value): readonly Value[] | undefined {
  if (container.kind !== "entity" || container.origin.how !== "call") return undefined;
  const { origin } = container;
  const name = origin.path === undefined ? undefined : moduleLists.exec(origin.path)?.[3];
  if (name === undefined || origin.args.open || origin.args.named.size > 0) return undefined;
  const [only] = origin.args.positional;
  const given = name === "Sequential" ? origin.args.positional : only === undefined ? [] : itemsOf(run, only);
  const appended = appendedTo(run, container);
  if (given === undefined || appended === undefined) return undefined;
  const all = [...given, ...appended];
  return all.length > 0 && all.length <= mostModules && all.every(isModule) ? all : undefined;
}

function itemsOf(run: Run, list: Value): readonly Value[] | undefined {
  if (list.kind === "tuple") return list.items;
  if (list.kind !== "entity" || list.items === undefined) return undefined;
  const appended = appendedTo(run, list);
  return appended && [...list.items, ...appended];
}

/** What was appended, in order; undefined where something came in by another way, in a loop or in a branch. */
function appendedTo(run: Run, list: Entity): readonly Value[] | undefined {
  const contents = contentsOf(run, list);
  if (contents === undefined) return [];
  const place = list.facts.get("appended");
  const appended = place === undefined ? undefined : run.store.value(place);
  if (appended?.kind !== "tuple") return undefined;
  return alternatives(contents).every((one) => appended.items.includes(one)) ? appended.items : undefined;
}

/** Keeps the order in which modules are appended to a list. */
export function noteAppended(run: Run, list: Entity, added: Value): void {
  if (!isModule(added)) return;
  let place = list.facts.get("appended");
  if (place === undefined) setFact(list, "appended", (place = cell({ kind: "tuple", items: [] })));
  const before = run.store.value(place);
  const isOnce = run.loops === undefined || run.loops.firstId <= list.id;
  run.store.set(
    place,
    before?.kind === "tuple" && isOnce
      ? { kind: "tuple", items: [...before.items, added] }
      : { kind: "literal", value: null },
  );
}

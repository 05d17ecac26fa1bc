import { pairSplitters } from "../../knowledge/sklearn.js";
import { membersOf, onlyEntity } from "../code/members.js";
import { alternatives, type CallArguments, type Entity, type Value } from "../values.js";

/**
 * Where a column of classes comes from: the frame that it is a column of, or the array itself. Two columns with the same
 * root have the same classes, about as often: between them and the root are only random splits and other ways of writing.
 */
export interface ClassRoot {
  readonly base: Entity;
  readonly column: string | undefined;
}

export function rootOfClasses(value: Value | undefined, depth = 0): ClassRoot | undefined {
  const entity = onlyEntity(value);
  if (entity === undefined || depth > 30) return undefined;
  const source = sameClasses(entity);
  if (source !== undefined) return rootOfClasses(source, depth + 1);
  const column = columnTaken(entity);
  if (column === undefined) return { base: entity, column: undefined };
  return columnOfFrame(column.frame, column.name);
}

/** The column of a frame, wherever the frame's rows come from. */
export function columnOfFrame(frame: Value | undefined, name: string): ClassRoot | undefined {
  let base = onlyEntity(frame);
  for (let depth = 0; base !== undefined && depth < 30; depth++) {
    const source = onlyEntity(sameRows(base));
    if (source === undefined) break;
    base = source;
  }
  return base === undefined ? undefined : { base, column: name };
}

export function isSameRoot(one: ClassRoot, other: ClassRoot): boolean {
  return one.base === other.base && one.column === other.column;
}

interface Column {
  readonly frame: Value;
  readonly name: string;
}

function columnTaken({ origin, from }: Entity): Column | undefined {
  if (origin.how === "index") {
    const [name, ...others] = namesIn(from[1]);
    return name === undefined || others.length > 0 ? undefined : { frame: origin.of, name };
  }
  if (origin.how === "attribute") return { frame: origin.of, name: origin.name };
  if (origin.how !== "call" || origin.method !== "pop" || origin.receiver === undefined) return undefined;
  const [name] = namesIn(origin.args.positional[0]);
  return name === undefined ? undefined : { frame: origin.receiver, name };
}

/** `"a"`, and the strings of `["a", "b"]`. */
function namesIn(index: Value | undefined): readonly string[] {
  const one = alternatives(index).length === 1 ? index : undefined;
  const literals = one?.kind === "entity" && one.items !== undefined ? one.items : one === undefined ? [] : [one];
  return literals.flatMap((item) => (item.kind === "literal" && typeof item.value === "string" ? [item.value] : []));
}

/** What a column is a part of, or another way of writing of, so that its classes are as frequent. */
function sameClasses({ origin, from }: Entity): Value | undefined {
  if (origin.how === "slice") return origin.of;
  if (origin.how === "attribute") return /^(?:values|array|T|loc|iloc)$/.test(origin.name) ? origin.of : undefined;
  if (origin.how === "index") return isRows(from[1]) ? origin.of : undefined;
  if (origin.how !== "call") return undefined;
  const { method, path, receiver, args } = origin;
  if (path !== undefined && pairSplitters.has(path)) return from[0];
  if (method !== undefined && receiver !== undefined && writtenElse.test(method)) return receiver;
  if (method === "map" || method === "replace") return keepsApart(args) ? receiver : undefined;
  if (method !== undefined && /^(?:fit_)?transform$/.test(method))
    return onlyEntity(receiver)?.type?.endsWith(".LabelEncoder") === true ? args.positional[0] : undefined;
  return path !== undefined && copying.test(path) ? args.positional[0] : undefined;
}

/** Numbers of rows that a splitter gave, in a loop or at once. */
function isRows(index: Value | undefined): boolean {
  return onlyEntity(index)?.origin.how === "element";
}

/** `{"no": 0, "yes": 1}` gives each class a number of its own; another table may throw two together. */
function keepsApart({ positional }: CallArguments): boolean {
  const literals = membersOf(positional[0]).map((item) => (item.kind === "literal" ? item.value : undefined));
  return literals.length > 1 && !literals.includes(undefined) && new Set(literals).size === literals.length;
}

/** What a frame has the rows of, or a random part of them. */
function sameRows({ origin, from }: Entity): Value | undefined {
  if (origin.how === "attribute") return /^(?:frame|values|loc|iloc)$/.test(origin.name) ? origin.of : undefined;
  if (origin.how === "index") return namesIn(from[1]).length > 0 || isRows(from[1]) ? origin.of : undefined;
  if (origin.how !== "call") return undefined;
  const { method, path, receiver, args } = origin;
  if (path !== undefined && pairSplitters.has(path)) return from[0];
  if (method === "drop") return args.named.has("index") ? undefined : receiver;
  if (method === "sample") {
    const share = args.named.get("frac");
    return share?.kind === "literal" && share.value === 1 ? receiver : undefined;
  }
  if (method !== undefined && receiver !== undefined && frameKept.test(method)) return receiver;
  return path !== undefined && /^pandas\.DataFrame$/.test(path) ? args.positional[0] : undefined;
}

const writtenElse =
  /^(?:astype|to_numpy|to_list|tolist|ravel|flatten|reshape|squeeze|copy|reset_index|rename|dropna|to_frame|numpy|cpu|long|float|int|to|clone|detach)$/;
const copying =
  /^(?:numpy\.(?:array|asarray|ravel|squeeze|reshape)|pandas\.Series|builtins\.list|torch\.(?:tensor|from_numpy|as_tensor|LongTensor|FloatTensor)|sklearn\.utils\.(?:\w+\.)*column_or_1d|keras\.utils\.(?:\w+\.)*to_categorical)$/;
const frameKept =
  /^(?:copy|dropna|fillna|reset_index|set_index|assign|rename|astype|drop_duplicates|infer_objects|convert_dtypes|sort_values|sort_index)$/;

// @ts-nocheck
// A first version of the parser, about to be rewritten.
// One pass, on-demand lexer, no token objects, interned names, statement-level error recovery.
export const enum K {
  Module = 1, FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, TypeAlias, AugAssign, AnnAssign, For, AsyncFor,
  While, If, With, AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom, Global, Nonlocal, Expr, Pass, Break, Continue,
  BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp, GeneratorExp, Await, Yield, YieldFrom,
  Compare, Call, FormattedValue, JoinedStr, Constant, Attribute, Subscript, Starred, Name, List, Tuple, Slice, Error,
  comprehension, ExceptHandler, arguments, arg, keyword, alias, withitem, match_case,
  MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr, TypeVar, ParamSpec, TypeVarTuple, Magic,
}
export interface Node { k: K; s: number; e: number; [f: string]: any }
export interface ParseError { pos: number; msg: string }
export interface ParseResult { module: Node; errors: ParseError[]; comments: number[] }

// ---- token kinds
const EOF = 0, NEWLINE = 1, INDENT = 2, DEDENT = 3, NAME = 4, NUMBER = 5, STRING = 6, FSTRING = 7,
  LPAR = 8, RPAR = 9, LSQB = 10, RSQB = 11, LBRACE = 12, RBRACE = 13, COMMA = 14, COLON = 15, SEMI = 16, DOT = 17, EQUAL = 18,
  ARROW = 19, WALRUS = 20, ELLIPSIS = 21, EXCLAM = 22, AUG = 23, AT = 24,
  // binary operators by precedence (token -> PREC)
  VBAR = 25, CARET = 26, AMPER = 27, LSHIFT = 28, RSHIFT = 29, PLUS = 30, MINUS = 31, STAR = 32, SLASH = 33, DSLASH = 34, PERCENT = 35,
  DSTAR = 36, TILDE = 37, EQ = 38, NE = 39, LT = 40, GT = 41, LE = 42, GE = 43, BAD = 44, MAGIC = 45,
  // keywords
  kFalse = 64, kNone = 65, kTrue = 66, kAnd = 67, kAs = 68, kAssert = 69, kAsync = 70, kAwait = 71, kBreak = 72, kClass = 73, kContinue = 74,
  kDef = 75, kDel = 76, kElif = 77, kElse = 78, kExcept = 79, kFinally = 80, kFor = 81, kFrom = 82, kGlobal = 83, kIf = 84, kImport = 85,
  kIn = 86, kIs = 87, kLambda = 88, kNonlocal = 89, kNot = 90, kOr = 91, kPass = 92, kRaise = 93, kReturn = 94, kTry = 95, kWhile = 96,
  kWith = 97, kYield = 98;
const KW = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except',
  'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'];
const PREC = new Uint8Array(128);
PREC[VBAR] = 1; PREC[CARET] = 2; PREC[AMPER] = 3; PREC[LSHIFT] = PREC[RSHIFT] = 4; PREC[PLUS] = PREC[MINUS] = 5;
PREC[STAR] = PREC[SLASH] = PREC[DSLASH] = PREC[PERCENT] = PREC[AT] = 6;
const OPNAME: string[] = []; OPNAME[VBAR] = 'BitOr'; OPNAME[CARET] = 'BitXor'; OPNAME[AMPER] = 'BitAnd'; OPNAME[LSHIFT] = 'LShift'; OPNAME[RSHIFT] = 'RShift';
OPNAME[PLUS] = 'Add'; OPNAME[MINUS] = 'Sub'; OPNAME[STAR] = 'Mult'; OPNAME[SLASH] = 'Div'; OPNAME[DSLASH] = 'FloorDiv'; OPNAME[PERCENT] = 'Mod'; OPNAME[AT] = 'MatMult'; OPNAME[DSTAR] = 'Pow';
OPNAME[EQ] = 'Eq'; OPNAME[NE] = 'NotEq'; OPNAME[LT] = 'Lt'; OPNAME[GT] = 'Gt'; OPNAME[LE] = 'LtE'; OPNAME[GE] = 'GtE';
// keywords that can only start a statement: first on a line inside an open bracket they prove the bracket is unclosed
const STMT_ONLY = new Uint8Array(128);
for (const k of [kAssert, kBreak, kClass, kContinue, kDef, kDel, kElif, kExcept, kFinally, kGlobal, kImport, kNonlocal, kPass, kRaise, kReturn, kTry, kWhile, kWith]) STMT_ONLY[k] = 1;

// ---- char classes: 1 ident start, 2 digit, 4 space
const CC = new Uint8Array(128);
for (let c = 65; c <= 90; c++) { CC[c] = 1; CC[c + 32] = 1; } CC[95] = 1; for (let c = 48; c <= 57; c++) CC[c] = 2; CC[32] = CC[9] = CC[12] = 4;

// ---- name interning (persists over files)
let tabSize = 1 << 14, tab = new Int32Array(tabSize), names: string[] = [''], kws: number[] = [0], hashes: number[] = [0];
function hashStr(s: string) { let h = 0; for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0; return h; }
function addName(s: string, h: number, kw: number): number {
  if (names.length * 2 > tabSize) {
    tabSize *= 2; tab = new Int32Array(tabSize);
    for (let i = 1; i < names.length; i++) { let j = hashes[i]! & (tabSize - 1); while (tab[j]) j = (j + 1) & (tabSize - 1); tab[j] = i; }
  }
  let j = h & (tabSize - 1); while (tab[j]) j = (j + 1) & (tabSize - 1);
  const id = names.length; names.push(s); kws.push(kw); hashes.push(h); tab[j] = id; return id;
}
KW.forEach((k, i) => addName(k, hashStr(k), 64 + i));
const ID_match = addName('match', hashStr('match'), 0), ID_case = addName('case', hashStr('case'), 0), ID_type = addName('type', hashStr('type'), 0), ID_ = addName('_', hashStr('_'), 0);
addName('print', hashStr('print'), 0);

// ---- lexer state
let src = '', len = 0, pos = 0, t = 0, ts = 0, te = 0, tid = 0, prevEnd = 0, depth = 0, bol = true, pend = 0, indents: number[] = [0], nlBefore = false, lineStart = 0;
let numKind = 0, strBytes = false, strQ = 0, strTriple = false, strRaw = false, fieldDepth = -1;
let errors: ParseError[] = [], comments: number[] = [], stmtCol = 0, strict = false, broke = false, ipython = false;

function err(p: number, msg: string) { const n = errors.length; if (n && errors[n - 1]!.pos === p) return; errors.push({ pos: p, msg }); }

function isId(c: number) { return c < 128 ? (CC[c]! & 3) !== 0 : c > 127; }

function next(): void {
  if (t > 3) prevEnd = te; nlBefore = false;
  if (pend > 0) { pend--; t = DEDENT; ts = te = pos; return; }
  let c = 0;
  if (bol) { // measure indentation
    bol = false;
    let col = 0, p = pos;
    for (;;) {
      lineStart = p; col = 0;
      for (; p < len; p++) { c = src.charCodeAt(p); if (c === 32) col++; else if (c === 9) col = (col | 7) + 1; else if (c === 12) col = 0; else break; }
      if (p >= len) { col = 0; break; }
      if (c === 35) { const cs = p; p = src.indexOf('\n', p); if (p < 0) p = len; comments.push(cs, p); if (p >= len) { col = 0; break; } p++; continue; }
      if (c === 10) { p++; continue; }
      if (c === 13) { p++; if (src.charCodeAt(p) === 10) p++; continue; }
      if (c === 92 && (src.charCodeAt(p + 1) === 10 || src.charCodeAt(p + 1) === 13)) { // continuation inside indentation
        p += 2; if (src.charCodeAt(p - 1) === 13 && src.charCodeAt(p) === 10) p++; { let c2 = 0; while (p < len && CC[src.charCodeAt(p)]! & 4) { p++; c2++; } if (col === 0) col = c2; }
      }
      break;
    }
    pos = p;
    const top = indents[indents.length - 1]!;
    if (p >= len) { t = EOF; ts = te = len; if (indents.length > 1) { pend = indents.length - 2; indents.length = 1; t = DEDENT; } return; }
    if (col > top) { indents.push(col); t = INDENT; ts = te = p; return; }
    if (col < top) {
      let n = 0; while (indents[indents.length - 1]! > col) { indents.pop(); n++; }
      if (indents[indents.length - 1]! !== col) { err(p, 'unindent does not match'); /* treat as that level */ }
      pend = n - 1; t = DEDENT; ts = te = p; return;
    }
  }
  let p = pos;
  for (;;) {
    if (p >= len) { ts = te = pos = len; if (prevEnd !== len || t !== NEWLINE) { if (t !== NEWLINE && t !== DEDENT && t !== EOF) { t = NEWLINE; bol = true; depth = 0; return; } }
      bol = true; t = EOF; if (indents.length > 1) { pend = indents.length - 2; indents.length = 1; t = DEDENT; bol = true; } return; }
    c = src.charCodeAt(p);
    if (c === 32 || c === 9 || c === 12) { p++; continue; }
    if (c === 10 || c === 13) {
      if (depth > 0) { p++; nlBefore = true; lineStart = p; if (strict && fieldDepth < 0 && breakHere(p)) { t = NEWLINE; ts = te = p - 1; return; } continue; }
      ts = p; p++; if (c === 13 && src.charCodeAt(p) === 10) p++;
      te = ts; pos = p; t = NEWLINE; bol = true; return;
    }
    if (c === 35) { const cs = p; p = src.indexOf('\n', p); if (p < 0) p = len; else if (src.charCodeAt(p - 1) === 13) p--; comments.push(cs, p); continue; }
    if (c === 92) { const d = src.charCodeAt(p + 1); if (d === 10) { p += 2; continue; } if (d === 13) { p += src.charCodeAt(p + 2) === 10 ? 3 : 2; continue; } if (d !== d) { p++; continue; } }
    break;
  }
  ts = p;
  if (c < 128) {
    const cc = CC[c]!;
    if (cc === 1) { ident(p, c); return; }
    if (cc === 2) { number(p, c); return; }
  } else { ident(p, c); return; }
  const d = src.charCodeAt(p + 1);
  switch (c) {
    case 34: case 39: string(p, c, false, false, false); return;
    case 40: depth++; t = LPAR; te = pos = p + 1; return;
    case 41: if (depth > 0) depth--; t = RPAR; te = pos = p + 1; return;
    case 91: depth++; t = LSQB; te = pos = p + 1; return;
    case 93: if (depth > 0) depth--; t = RSQB; te = pos = p + 1; return;
    case 123: depth++; t = LBRACE; te = pos = p + 1; return;
    case 125: if (depth > 0) depth--; t = RBRACE; te = pos = p + 1; return;
    case 44: t = COMMA; te = pos = p + 1; return;
    case 58: if (d === 61 && depth !== fieldDepth) { t = WALRUS; te = pos = p + 2; } else { t = COLON; te = pos = p + 1; } return;
    case 59: t = SEMI; te = pos = p + 1; return;
    case 46:
      if (d >= 48 && d <= 57) { number(p, c); return; }
      if (d === 46 && src.charCodeAt(p + 2) === 46) { t = ELLIPSIS; te = pos = p + 3; return; }
      t = DOT; te = pos = p + 1; return;
    case 61: if (d === 61) { t = EQ; te = pos = p + 2; } else { t = EQUAL; te = pos = p + 1; } return;
    case 33: if (d === 61) { t = NE; te = pos = p + 2; } else { t = EXCLAM; te = pos = p + 1; } return;
    case 60: if (d === 60) return op2(p, LSHIFT); if (d === 61) { t = LE; te = pos = p + 2; return; } if (d === 62) { t = NE; te = pos = p + 2; return; } t = LT; te = pos = p + 1; return;
    case 62: if (d === 62) return op2(p, RSHIFT); if (d === 61) { t = GE; te = pos = p + 2; return; } t = GT; te = pos = p + 1; return;
    case 42: if (d === 42) return op2(p, DSTAR); return op1(p, STAR, d);
    case 47: if (d === 47) return op2(p, DSLASH); return op1(p, SLASH, d);
    case 45: if (d === 62) { t = ARROW; te = pos = p + 2; return; } return op1(p, MINUS, d);
    case 43: return op1(p, PLUS, d);
    case 37: return op1(p, PERCENT, d);
    case 38: return op1(p, AMPER, d);
    case 124: return op1(p, VBAR, d);
    case 94: return op1(p, CARET, d);
    case 64: return op1(p, AT, d);
    case 126: t = TILDE; te = pos = p + 1; return;
    default: t = BAD; te = pos = p + 1; return;
  }
}
let augOp = 0;
function op1(p: number, k: number, d: number) { if (d === 61) { t = AUG; augOp = k; te = pos = p + 2; } else { t = k; te = pos = p + 1; } }
function op2(p: number, k: number) { if (src.charCodeAt(p + 2) === 61) { t = AUG; augOp = k; te = pos = p + 3; } else { t = k; te = pos = p + 2; } }

// strict recovery: does the line starting at p begin at a column <= the statement's, with something that is not a closing bracket/comment/blank?
function breakHere(p: number): boolean {
  let col = 0, c = 0, q = p;
  for (; q < len; q++) { c = src.charCodeAt(q); if (c === 32) col++; else if (c === 9) col = (col | 7) + 1; else break; }
  if (q >= len || c === 10 || c === 13 || c === 35 || c === 41 || c === 93 || c === 125) return false;
  if (col > stmtCol) return false;
  depth = 0; pos = p; bol = true; broke = true; return true;
}
function breakBrackets() { depth = 0; pos = lineStart; bol = true; t = NEWLINE; ts = te = prevEnd; broke = true; }

function ident(p: number, c: number) {
  let h = 0, q = p;
  for (;;) {
    if (c < 128) { if ((CC[c]! & 3) === 0) break; } else if (c !== c || c === 160 || c === 0x3000 || c === 0x2028) break;
    h = (Math.imul(h, 31) + c) | 0; c = src.charCodeAt(++q); if (q >= len) break;
  }
  if (q === p) { t = BAD; te = pos = p + 1; return; }
  const l = q - p;
  if (l <= 3 && (c === 34 || c === 39)) { // string prefix?
    let f = false, r = false, b = false, ok = true;
    for (let i = p; i < q; i++) { const x = src.charCodeAt(i) | 32; if (x === 114) r = true; else if (x === 98) b = true; else if (x === 102 || x === 116) f = true; else if (x !== 117) ok = false; }
    if (ok) { string(q, c, f, r, b); return; }
  }
  const m = tabSize - 1; let j = h & m, id = 0;
  for (;;) { id = tab[j]!; if (id === 0) { id = addName(src.slice(p, q), h, 0); break; } const nm = names[id]!; if (hashes[id] === h && nm.length === l && src.startsWith(nm, p)) break; j = (j + 1) & m; }
  tid = id; te = pos = q; const kw = kws[id]!;
  if (kw !== 0) {
    t = kw;
    if (nlBefore && depth > 0 && fieldDepth < 0 && STMT_ONLY[kw]) { depth = 0; pos = lineStart; bol = true; broke = true; t = NEWLINE; ts = te = prevEnd; }
  } else t = NAME;
}
function number(p: number, c: number) {
  let q = p, k = 0; // 0 int 1 float 2 complex
  const d = src.charCodeAt(p + 1) | 32;
  if (c === 48 && (d === 120 || d === 111 || d === 98)) {
    q += 2; for (; ; q++) { const x = src.charCodeAt(q); if (x === 95 || (x >= 48 && x <= 57)) continue; if (d === 120 && ((x >= 65 && x <= 70) || (x >= 97 && x <= 102))) continue; break; }
  } else {
    for (; ; q++) { const x = src.charCodeAt(q); if ((x >= 48 && x <= 57) || x === 95) continue; break; }
    let x = src.charCodeAt(q);
    if (x === 46) { k = 1; q++; for (; ; q++) { x = src.charCodeAt(q); if ((x >= 48 && x <= 57) || x === 95) continue; break; } }
    if (x === 101 || x === 69) {
      const y = src.charCodeAt(q + 1), z = src.charCodeAt(q + 2);
      if ((y >= 48 && y <= 57) || ((y === 43 || y === 45) && z >= 48 && z <= 57)) { k = 1; q += 2; for (; ; q++) { x = src.charCodeAt(q); if ((x >= 48 && x <= 57) || x === 95) continue; break; } }
    }
    if (x === 106 || x === 74) { k = 2; q++; }
    else if (x === 108 || x === 76) q++; // py2 long
  }
  numKind = k; t = NUMBER; te = pos = q;
}
function string(p: number, q: number, f: boolean, r: boolean, b: boolean) { // p at the quote; ts already at the prefix
  const triple = src.charCodeAt(p + 1) === q && src.charCodeAt(p + 2) === q;
  strBytes = b; strQ = q; strTriple = triple; strRaw = r;
  if (f) { t = FSTRING; te = pos = p + (triple ? 3 : 1); return; }
  t = STRING; let i = p + (triple ? 3 : 1);
  if (triple) {
    for (; i < len; i++) { const c = src.charCodeAt(i); if (c === 92) i++; else if (c === q && src.charCodeAt(i + 1) === q && src.charCodeAt(i + 2) === q) { te = pos = i + 3; return; } }
    err(ts, 'unterminated triple-quoted string'); te = pos = len; return;
  }
  for (; i < len; i++) {
    const c = src.charCodeAt(i);
    if (c === 92) { i++; if (src.charCodeAt(i) === 13 && src.charCodeAt(i + 1) === 10) i++; }
    else if (c === q) { te = pos = i + 1; return; }
    else if (c === 10) break;
  }
  err(ts, 'unterminated string'); te = pos = Math.min(i, len);
}

// ---- speculation
function save(): any { return [pos, t, ts, te, tid, prevEnd, depth, bol, pend, indents.slice(), nlBefore, lineStart, errors.length, comments.length, broke, numKind, strBytes, strQ, strTriple, strRaw, augOp]; }
function restore(s: any) { pos = s[0]; t = s[1]; ts = s[2]; te = s[3]; tid = s[4]; prevEnd = s[5]; depth = s[6]; bol = s[7]; pend = s[8]; indents = s[9].slice(); nlBefore = s[10]; lineStart = s[11]; errors.length = s[12]; comments.length = s[13]; broke = s[14]; numKind = s[15]; strBytes = s[16]; strQ = s[17]; strTriple = s[18]; strRaw = s[19]; augOp = s[20]; }

// ---- expressions
const NOARR: any[] = [];
function mkErr(): Node { err(ts, 'expected an expression'); return { k: K.Error, s: prevEnd, e: prevEnd }; }
function eat(k: number): boolean { if (t === k) { next(); return true; } return false; }
function expect(k: number, msg: string): boolean { if (t === k) { next(); return true; } err(ts, msg); return false; }
function startsExpr(): boolean {
  switch (t) { case NAME: case NUMBER: case STRING: case FSTRING: case LPAR: case LSQB: case LBRACE: case ELLIPSIS: case MINUS: case PLUS: case TILDE: case STAR:
    case kFalse: case kNone: case kTrue: case kAwait: case kLambda: case kNot: case kYield: return true; }
  return false;
}
function name(): string { const n = names[tid]!; return n; }

function atom(): Node {
  const s = ts;
  switch (t) {
    case NAME: { const n: Node = { k: K.Name, s, e: te, id: names[tid]! }; next(); return n; }
    case NUMBER: { const n: Node = { k: K.Constant, s, e: te, type: numKind === 0 ? 'int' : numKind === 1 ? 'float' : 'complex' }; next(); return n; }
    case STRING: case FSTRING: return strings();
    case kNone: { const n: Node = { k: K.Constant, s, e: te, type: 'NoneType' }; next(); return n; }
    case kTrue: case kFalse: { const n: Node = { k: K.Constant, s, e: te, type: 'bool' }; next(); return n; }
    case ELLIPSIS: { const n: Node = { k: K.Constant, s, e: te, type: 'ellipsis' }; next(); return n; }
    case LPAR: return paren();
    case LSQB: return listAtom();
    case LBRACE: return braceAtom();
  }
  return mkErr();
}
function strings(): Node {
  const s = ts; let vals: Node[] | null = null, bytes = false;
  do {
    if (t === FSTRING) { if (!vals) vals = []; fstring(vals); }
    else { if (strBytes) bytes = true; next(); }
  } while (t === STRING || t === FSTRING);
  if (vals) return { k: K.JoinedStr, s, e: prevEnd, values: vals };
  return { k: K.Constant, s, e: prevEnd, type: bytes ? 'bytes' : 'str' };
}
function fstring(out: Node[]) { // current token FSTRING; te just after the opening quote(s)
  const q = strQ, triple = strTriple, raw = strRaw, start = ts; let p = te;
  for (;;) {
    if (p >= len) { err(start, 'unterminated f-string'); break; }
    const c = src.charCodeAt(p);
    if (c === 92) { if (!raw && src.charCodeAt(p + 1) === 78 && src.charCodeAt(p + 2) === 123) { const x = src.indexOf('}', p); p = x < 0 ? len : x + 1; continue; } const d = src.charCodeAt(p + 1); p += d === 123 || d === 125 ? 1 : 2; continue; }
    if (c === q) { if (!triple) { p++; break; } if (src.charCodeAt(p + 1) === q && src.charCodeAt(p + 2) === q) { p += 3; break; } p++; continue; }
    if (c === 10 && !triple) { err(start, 'unterminated f-string'); break; }
    if (c === 123) { if (src.charCodeAt(p + 1) === 123) { p += 2; continue; } p = field(out, p, q, triple); continue; }
    if (c === 125 && src.charCodeAt(p + 1) === 125) { p += 2; continue; }
    p++;
  }
  te = pos = p; t = FSTRING; next();
}
function field(out: Node[], p: number, q: number, triple: boolean): number { // p at '{'; returns the position after '}'
  const sd = depth, sf = fieldDepth, s = p;
  depth = sd + 1; fieldDepth = depth; te = pos = p + 1; t = LBRACE; next();
  const value = t === kYield ? yieldExpr() : testlistStar();
  let conv = '', spec: Node | null = null, eq = false;
  if (t === EQUAL) { eq = true; next(); }
  if (t === EXCLAM) { next(); conv = t === NAME ? name() : ''; if (t === NAME) next(); }
  let end: number;
  if (t === COLON) {
    let i = te; const vals: Node[] = []; const ss = i;
    depth = sd + 1;
    for (;;) {
      if (i >= len) break; const c = src.charCodeAt(i);
      if (c === 125) break; if (c === 123) { if (src.charCodeAt(i + 1) === 123) { i += 2; continue; } i = field(vals, i, q, triple); continue; } if (c === 10 && !triple) break; if (c === q && !triple) break;
      i++;
    }
    spec = { k: K.JoinedStr, s: ss, e: i, values: vals };
    if (src.charCodeAt(i) === 125) end = i + 1; else { err(s, "f-string: expecting '}'"); end = i; }
  } else if (t === RBRACE) end = te;
  else { // error inside the field: resync at the closing brace or the end of the string
    err(ts, "f-string: expecting '}'"); const nl = src.indexOf('\n', s); let i = Math.min(ts, nl < 0 ? len : nl); for (; i < len; i++) { const c = src.charCodeAt(i); if (c === 125) { i++; break; } if (c === q || c === 10) break; } end = i;
  }
  depth = sd; fieldDepth = sf; bol = false; pend = 0;
  out.push({ k: K.FormattedValue, s, e: end, value, conversion: conv || (eq && !spec ? 'r' : ''), format_spec: spec });
  return end;
}
function paren(): Node {
  const s = ts; next();
  if (t === RPAR) { const e = te; next(); return { k: K.Tuple, s, e, elts: [] }; }
  if (t === kYield) { const y = yieldExpr(); closeB(RPAR); return y; }
  const f = starNamed();
  if (t === kFor || t === kAsync) { const g = comps(); closeB(RPAR); return { k: K.GeneratorExp, s, e: prevEnd, elt: f, generators: g }; }
  if (t === COMMA) { const elts = [f]; listRest(elts, RPAR); closeB(RPAR); return { k: K.Tuple, s, e: prevEnd, elts }; }
  closeB(RPAR, f); return f;
}
// after an element inside brackets; t is the token after it
function listRest(elts: Node[], close: number) {
  for (;;) {
    if (t === COMMA) { next(); if (t === close) return; if (!startsExpr()) { if (t === NEWLINE || t === EOF) return; } elts.push(starNamed()); }
    else if (t === close) return;
    else if (!recoverIn(close)) return;
  }
}
// junk where ',' or a closing bracket is expected. true: positioned at ',' ; false: give up on this bracket
function recoverIn(close: number): boolean {
  err(ts, "expected ',' or a closing bracket");
  if (t === NEWLINE || t === EOF) return false;
  if (nlBefore && depth > 0 && startCol(ts) <= stmtCol && fieldDepth < 0) { breakBrackets(); return false; }
  let d = 0;
  for (; ;) {
    if ((t as number) === NEWLINE || (t as number) === EOF || (t as number) === DEDENT) return false;
    if (t === LPAR || t === LSQB || t === LBRACE) d++;
    else if (t === RPAR || t === RSQB || t === RBRACE) { if (d === 0) return false; d--; }
    else if (t === COMMA && d === 0) return true;
    if (nlBefore && depth > 0 && startCol(ts) <= stmtCol && fieldDepth < 0) { breakBrackets(); return false; }
    next();
  }
}
function startCol(p: number) { return p - lineStart; }
function closeB(k: number, _n?: Node) {
  if (t === k) { next(); return; }
  err(ts, 'bracket was never closed');
  if (t === NEWLINE || t === EOF) { depth = 0; return; }
  if (t === RPAR || t === RSQB || t === RBRACE) { next(); return; } // mismatched closer
  if (recoverIn(k)) { while (t === COMMA) { next(); if (t === k || !startsExpr()) break; starNamed(); if (t !== COMMA && t !== k && !recoverIn(k)) break; } }
  if (t === k) next();
}
function listAtom(): Node {
  const s = ts; next();
  if (t === RSQB) { const e = te; next(); return { k: K.List, s, e, elts: [] }; }
  const f = starNamed();
  if (t === kFor || t === kAsync) { const g = comps(); closeB(RSQB); return { k: K.ListComp, s, e: prevEnd, elt: f, generators: g }; }
  const elts = [f]; listRest(elts, RSQB); closeB(RSQB); return { k: K.List, s, e: prevEnd, elts };
}
function braceAtom(): Node {
  const s = ts; next();
  if (t === RBRACE) { const e = te; next(); return { k: K.Dict, s, e, keys: [], values: [] }; }
  if (t !== DSTAR) {
    const f = starNamed();
    if (t !== COLON) {
      if (t === kFor || t === kAsync) { const g = comps(); closeB(RBRACE); return { k: K.SetComp, s, e: prevEnd, elt: f, generators: g }; }
      const elts = [f]; listRest(elts, RBRACE); closeB(RBRACE); return { k: K.Set, s, e: prevEnd, elts };
    }
    next(); const v = test();
    if (t === kFor || t === kAsync) { const g = comps(); closeB(RBRACE); return { k: K.DictComp, s, e: prevEnd, key: f, value: v, generators: g }; }
    return dictRest(s, [f], [v]);
  }
  next(); const v = bin(1); return dictRest(s, [null], [v]);
}
function dictRest(s: number, keys: (Node | null)[], values: Node[]): Node {
  for (;;) {
    if (t === COMMA) {
      next(); if (t === RBRACE || t === NEWLINE || t === EOF) break;
      if (t === DSTAR) { next(); keys.push(null); values.push(bin(1)); continue; }
      const k = test(); keys.push(k); if (expect(COLON, "expected ':'")) values.push(test()); else values.push({ k: K.Error, s: prevEnd, e: prevEnd });
    } else if (t === RBRACE || !recoverIn(RBRACE)) break;
  }
  closeB(RBRACE); return { k: K.Dict, s, e: prevEnd, keys, values };
}
function comps(): Node[] {
  const out: Node[] = [];
  while (t === kFor || t === kAsync) {
    const s = ts; let a = 0; if (t === kAsync) { a = 1; next(); } if (!expect(kFor, "expected 'for'")) break;
    const target = targetList(kIn); expect(kIn, "expected 'in'"); const iter = orTest(); const ifs: Node[] = [];
    while (t === kIf) { next(); ifs.push(namedNoCond()); }
    out.push({ k: K.comprehension, s, e: prevEnd, target, iter, ifs, is_async: a });
  }
  return out;
}
function namedNoCond(): Node { // or_test | lambda | walrus is only legal in parens, but be lenient
  const l = t === kLambda ? lambda() : orTest(); if (t === WALRUS) { next(); const v = orTest(); return { k: K.NamedExpr, s: l.s, e: prevEnd, target: l, value: v }; } return l;
}
function primary(): Node {
  let aw = -1; if (t === kAwait) { aw = ts; next(); }
  const s0 = ts; let n = atom();
  for (;;) {
    if (t === DOT) {
      next(); let attr = '';
      if (t === NAME || (t >= 64 && !nlBefore && src.charCodeAt(te) !== 32)) { attr = names[tid]!; const e = te, attrStart = ts; next(); n = { k: K.Attribute, s: s0, e, value: n, attr, attrStart }; }
      else { err(ts, 'expected an attribute name'); n = { k: K.Attribute, s: s0, e: prevEnd, value: n, attr, attrStart: prevEnd }; }
    } else if (t === LPAR) n = call(n, s0);
    else if (t === LSQB) {
      next(); const sl = subscripts(); closeB(RSQB); n = { k: K.Subscript, s: s0, e: prevEnd, value: n, slice: sl };
    } else break;
  }
  if (aw >= 0) return { k: K.Await, s: aw, e: prevEnd, value: n };
  return n;
}
function call(func: Node, s: number): Node {
  next(); let args: Node[] = NOARR, keywords: Node[] = NOARR;
  while (t !== RPAR) {
    if (t === NEWLINE || t === EOF) break;
    const as = ts;
    if (t === STAR) { next(); const v = test(); if (args === NOARR) args = []; args.push({ k: K.Starred, s: as, e: prevEnd, value: v }); }
    else if (t === DSTAR) { next(); const v = test(); if (keywords === NOARR) keywords = []; keywords.push({ k: K.keyword, s: as, e: prevEnd, arg: null, value: v }); }
    else {
      const a = named();
      if (t === EQUAL) { next(); const v = test(); if (keywords === NOARR) keywords = []; keywords.push({ k: K.keyword, s: as, e: prevEnd, arg: a.k === K.Name ? a.id : '', value: v }); if (a.k !== K.Name) err(as, 'keyword must be a name'); }
      else if (t === kFor || t === kAsync) { const g = comps(); if (args === NOARR) args = []; args.push({ k: K.GeneratorExp, s: as, e: prevEnd, elt: a, generators: g }); }
      else { if (a.k === K.Error && ts === as && !startsExpr() && t !== COMMA && t !== RPAR) { if (!recoverIn(RPAR)) break; } if (args === NOARR) args = []; args.push(a); }
    }
    if (t === COMMA) next(); else if (t !== RPAR && !recoverIn(RPAR)) break; else if (t === COMMA) next();
  }
  const argsEnd = t === RPAR ? ts : prevEnd; closeB(RPAR); return { k: K.Call, s, e: prevEnd, func, args, keywords, argsEnd };
}
function subscripts(): Node {
  const s = ts; const f = slice();
  if (t !== COMMA) { if (f.k === K.Starred) return { k: K.Tuple, s, e: prevEnd, elts: [f] }; return f; }
  const elts = [f]; while (t === COMMA) { next(); if (t === RSQB || t === NEWLINE || t === EOF) break; elts.push(slice()); }
  return { k: K.Tuple, s, e: prevEnd, elts };
}
function slice(): Node {
  const s = ts; let lo: Node | null = null;
  if (t === STAR) { next(); const v = test(); return { k: K.Starred, s, e: prevEnd, value: v }; }
  if (t !== COLON) { lo = named(); if (t !== COLON) return lo; }
  next(); let hi: Node | null = null, st: Node | null = null;
  if (t !== COLON && t !== RSQB && t !== COMMA) hi = test();
  if (t === COLON) { next(); if (t !== RSQB && t !== COMMA) st = test(); }
  return { k: K.Slice, s, e: prevEnd, lower: lo, upper: hi, step: st };
}
function unary(): Node {
  if (t === MINUS || t === PLUS || t === TILDE) { const s = ts, o = t; next(); const v = unary(); return { k: K.UnaryOp, s, e: prevEnd, op: o === MINUS ? 'USub' : o === PLUS ? 'UAdd' : 'Invert', operand: v }; }
  const ps = ts, l = primary();
  if (t === DSTAR) { next(); const r = unary(); return { k: K.BinOp, s: ps, e: prevEnd, left: l, op: 'Pow', right: r }; }
  return l;
}
let lastS = 0;
function bin(min: number): Node {
  const s = ts; let l = unary();
  for (;;) {
    const p = PREC[t]!; if (p < min || p === 0) return l;
    const o = t; next(); const r = bin(p + 1);
    l = { k: K.BinOp, s, e: prevEnd, left: l, op: OPNAME[o]!, right: r };
  }
}
function comparison(): Node {
  const s = ts; const l = bin(1);
  if (!((t >= EQ && t <= GE) || t === kIn || t === kIs || t === kNot)) return l;
  const ops: string[] = [], cs: Node[] = [];
  for (;;) {
    let o: string;
    if (t >= EQ && t <= GE) { o = OPNAME[t]!; next(); }
    else if (t === kIn) { o = 'In'; next(); }
    else if (t === kIs) { next(); if (t === kNot) { next(); o = 'IsNot'; } else o = 'Is'; }
    else if (t === kNot) { next(); if (!eat(kIn)) err(ts, "expected 'in'"); o = 'NotIn'; }
    else break;
    ops.push(o); cs.push(bin(1));
  }
  return { k: K.Compare, s, e: prevEnd, left: l, ops, comparators: cs };
}
function notTest(): Node {
  if (t === kNot) { const s = ts; next(); const v = notTest(); return { k: K.UnaryOp, s, e: prevEnd, op: 'Not', operand: v }; }
  return comparison();
}
function andTest(): Node {
  const s = ts; const l = notTest(); if (t !== kAnd) return l;
  const values = [l]; while (t === kAnd) { next(); values.push(notTest()); }
  return { k: K.BoolOp, s, e: prevEnd, op: 'And', values };
}
function orTest(): Node {
  const s = ts; const l = andTest(); if (t !== kOr) return l;
  const values = [l]; while (t === kOr) { next(); values.push(andTest()); }
  return { k: K.BoolOp, s, e: prevEnd, op: 'Or', values };
}
function lambda(): Node {
  const s = ts; next(); const args = params(COLON, false); expect(COLON, "expected ':'"); const body = test(); return { k: K.Lambda, s, e: prevEnd, args, body };
}
function test(): Node {
  if (t === kLambda) return lambda();
  const s = ts; const b = orTest();
  if (t !== kIf) return b;
  next(); const c = orTest(); let o: Node; if (expect(kElse, "expected 'else'")) o = test(); else o = { k: K.Error, s: prevEnd, e: prevEnd };
  return { k: K.IfExp, s, e: prevEnd, test: c, body: b, orelse: o };
}
function named(): Node {
  const n = test();
  if (t === WALRUS) { next(); const v = test(); return { k: K.NamedExpr, s: n.s, e: prevEnd, target: n, value: v }; }
  return n;
}
function starNamed(): Node {
  if (t === STAR) { const s = ts; next(); const v = bin(1); return { k: K.Starred, s, e: prevEnd, value: v }; }
  return named();
}
function testlistStar(): Node {
  const s = ts; const f = starNamed(); if (t !== COMMA) return f;
  const elts = [f]; while (t === COMMA) { next(); if (!startsExpr() || t === kYield) break; elts.push(starNamed()); }
  return { k: K.Tuple, s, e: prevEnd, elts };
}
function targetList(stop: number): Node { // for-targets: bitor-level, so that 'in' is not eaten
  const s = ts; const one = (): Node => { if (t === STAR) { const s2 = ts; next(); const v = bin(1); return { k: K.Starred, s: s2, e: prevEnd, value: v }; } return bin(1); };
  const f = one(); if (t !== COMMA) return f;
  const elts = [f]; while (t === COMMA) { next(); if (t === stop || !startsExpr()) break; elts.push(one()); }
  return { k: K.Tuple, s, e: prevEnd, elts };
}
function yieldExpr(): Node {
  const s = ts; next();
  if (t === kFrom) { next(); const v = test(); return { k: K.YieldFrom, s, e: prevEnd, value: v }; }
  let v: Node | null = null; if (startsExpr()) v = testlistStar();
  return { k: K.Yield, s, e: prevEnd, value: v };
}
function rhs(): Node { return t === kYield ? yieldExpr() : testlistStar(); }

function params(close: number, ann: boolean): Node {
  const s = ts; let posonly: Node[] = [], args: Node[] = [], kwonly: Node[] = [], defaults: Node[] = [], kwd: (Node | null)[] = [], vararg: Node | null = null, kwarg: Node | null = null, star = false;
  while (t !== close) {
    if (t === NEWLINE || t === EOF) break;
    if (t === SLASH) { next(); posonly = args; args = []; }
    else if (t === STAR) { next(); star = true; if (t === NAME) vararg = arg(ann, true); }
    else if (t === DSTAR) { next(); if (t === NAME) kwarg = arg(ann, false); else err(ts, 'expected a name'); }
    else if (t === NAME) {
      const a = arg(ann, false); let d: Node | null = null; if (t === EQUAL) { next(); d = test(); }
      if (star) { kwonly.push(a); kwd.push(d); } else { args.push(a); if (d) defaults.push(d); }
    } else { if (!recoverIn(close)) break; }
    if (t === COMMA) next(); else if (t !== close && !(close === RPAR && recoverIn(close))) { if (close === COLON) break; break; } else if (t === COMMA) next();
  }
  return { k: K.arguments, s, e: prevEnd, posonlyargs: posonly, args, vararg, kwonlyargs: kwonly, kw_defaults: kwd, kwarg, defaults };
}
function arg(ann: boolean, star: boolean): Node {
  const s = ts, n = names[tid]!; next(); let a: Node | null = null;
  if (ann && t === COLON) { next(); a = star && t === STAR ? starNamed() : test(); }
  return { k: K.arg, s, e: prevEnd, arg: n, annotation: a };
}

// ---- statements
function block(): Node[] {
  if (!expect(COLON, "expected ':'")) { // recover: skip to the end of the line, then still take an indented block
    while (t !== NEWLINE && t !== EOF && t !== DEDENT) { if (t === COLON) { next(); break; } next(); }
  }
  const out: Node[] = [];
  if (t === NEWLINE) {
    next();
    if (t !== INDENT) { err(ts, 'expected an indented block'); return out; }
    const sc = stmtCol; const level = indents.length; stmtCol = indents[level - 1]!; next();
    while (t !== DEDENT && t !== EOF) { if (t === INDENT) { err(ts, 'unexpected indent'); next(); continue; } stmt(out); while (t === DEDENT && indents.length >= level && pend === 0 && indents.length > level - 1) { if (indents.length >= level) { next(); } } }
    if (t === DEDENT) next(); stmtCol = sc; return out;
  }
  simpleLine(out); return out;
}
function simpleLine(out: Node[]) {
  for (;;) {
    if (t === NEWLINE || t === EOF) break;
    out.push(small());
    if (t === SEMI) { next(); continue; } break;
  }
  endLine();
}
function endLine() {
  if (t === NEWLINE) { next(); return; } if (t === EOF || t === DEDENT) return;
  err(ts, 'expected a newline'); depth = 0;
  while ((t as number) !== NEWLINE && (t as number) !== EOF && (t as number) !== DEDENT) { next(); }
  if ((t as number) === NEWLINE) next();
}
function stmt(out: Node[]): void {
  switch (t) {
    case kIf: out.push(ifStmt()); return;
    case kFor: out.push(forStmt(ts, K.For)); return;
    case kDef: out.push(defStmt(ts, K.FunctionDef, NOARR)); return;
    case kClass: out.push(classStmt(ts, NOARR)); return;
    case kWith: out.push(withStmt(ts, K.With)); return;
    case kTry: out.push(tryStmt()); return;
    case kWhile: { const s = ts; next(); const c = named(); const body = block(); let o: Node[] = NOARR; if (t === kElse) { next(); o = block(); } out.push({ k: K.While, s, e: prevEnd, test: c, body, orelse: o }); return; }
    case AT: out.push(decorated()); return;
    case kAsync: { const s = ts; next(); if (t === kDef) out.push(defStmt(s, K.AsyncFunctionDef, NOARR)); else if (t === kFor) out.push(forStmt(s, K.AsyncFor)); else if (t === kWith) out.push(withStmt(s, K.AsyncWith)); else { err(ts, 'expected def, for or with'); endLine(); } return; }
    case NEWLINE: next(); return;
    case kElif: case kElse: case kExcept: case kFinally: { // orphan clause: keep its body
      err(ts, 'orphan clause'); next(); while (t !== COLON && t !== NEWLINE && t !== EOF) next(); for (const n of block()) out.push(n); return; }
    case NAME:
      if (tid === ID_match) { const m = matchStmt(); if (m) { out.push(m); return; } }
      break;
    case PERCENT: case EXCLAM: if (ipython) { const s = ts; let e = src.indexOf('\n', s); if (e < 0) e = len; pos = te = e; t = MAGIC; out.push({ k: K.Magic, s, e }); next(); endLine(); return; }
  }
  const spec = strict ? null : null;
  const p0 = pos, t0 = t, ts0 = ts, te0 = te, tid0 = tid, pe0 = prevEnd, b0 = broke, el = errors.length, cl = comments.length, ol = out.length, nk = numKind, sb = strBytes, sq = strQ, st = strTriple, sr = strRaw, ls0 = lineStart, nb = nlBefore;
  broke = false; simpleLine(out);
  if (broke && !strict) { // an unclosed bracket swallowed lines: parse this statement again, ending brackets at the first line that is not indented deeper
    pos = p0; t = t0; ts = ts0; te = te0; tid = tid0; prevEnd = pe0; errors.length = el; comments.length = cl; out.length = ol; numKind = nk; strBytes = sb; strQ = sq; strTriple = st; strRaw = sr; lineStart = ls0; nlBefore = nb; depth = 0; bol = false; pend = 0;
    while (indents[indents.length - 1]! > stmtCol) indents.pop(); if (indents[indents.length - 1]! < stmtCol) indents.push(stmtCol);
    strict = true; simpleLine(out); strict = false;
  }
  broke = b0;
}
function small(): Node {
  const s = ts;
  switch (t) {
    case kPass: next(); return { k: K.Pass, s, e: prevEnd };
    case kBreak: next(); return { k: K.Break, s, e: prevEnd };
    case kContinue: next(); return { k: K.Continue, s, e: prevEnd };
    case kReturn: { next(); let v: Node | null = null; if (t !== NEWLINE && t !== SEMI && t !== EOF) v = testlistStar(); return { k: K.Return, s, e: prevEnd, value: v }; }
    case kRaise: { next(); let x: Node | null = null, c: Node | null = null; if (t !== NEWLINE && t !== SEMI && t !== EOF) { x = test(); if (t === kFrom) { next(); c = test(); } } return { k: K.Raise, s, e: prevEnd, exc: x, cause: c }; }
    case kGlobal: case kNonlocal: { const k = t === kGlobal ? K.Global : K.Nonlocal; next(); const ns: string[] = []; while (t === NAME) { ns.push(names[tid]!); next(); if (!eat(COMMA)) break; } return { k, s, e: prevEnd, names: ns }; }
    case kDel: { next(); const x = testlistStar(); return { k: K.Delete, s, e: prevEnd, targets: x.k === K.Tuple && src.charCodeAt(x.s) !== 40 ? x.elts : x.k === K.Tuple && x.elts.length && x.elts[0].s === x.s ? x.elts : [x] }; }
    case kAssert: { next(); const c = test(); let m: Node | null = null; if (eat(COMMA)) m = test(); return { k: K.Assert, s, e: prevEnd, test: c, msg: m }; }
    case kImport: {
      next(); const ns: Node[] = []; do { ns.push(alias(true)); } while (eat(COMMA)); return { k: K.Import, s, e: prevEnd, names: ns };
    }
    case kFrom: {
      next(); let level = 0, module: string | null = null; while (t === DOT || t === ELLIPSIS) { level += t === DOT ? 1 : 3; next(); }
      if (t === NAME) module = dotted(); const ns: Node[] = [];
      if (expect(kImport, "expected 'import'")) {
        if (t === STAR) { ns.push({ k: K.alias, s: ts, e: te, name: '*', asname: null }); next(); }
        else if (t === LPAR) { next(); while (t === NAME) { ns.push(alias(false)); if (!eat(COMMA)) break; } closeB(RPAR); }
        else { if (t !== NAME) err(ts, 'expected a name'); while (t === NAME) { ns.push(alias(false)); if (!eat(COMMA)) break; } }
      }
      return { k: K.ImportFrom, s, e: prevEnd, module, names: ns, level };
    }
    case NAME: if (tid === ID_type) { const a = typeAlias(); if (a) return a; }
  }
  const x = t === kYield ? yieldExpr() : testlistStar();
  if (t === EQUAL) {
    const targets = [x]; let v = x;
    while (t === EQUAL) { next(); if (v !== x) targets.push(v); v = rhs(); }
    return { k: K.Assign, s, e: prevEnd, targets, value: v };
  }
  if (t === AUG) { const o = augOp; next(); const v = rhs(); return { k: K.AugAssign, s, e: prevEnd, target: x, op: OPNAME[o]!, value: v }; }
  if (t === COLON && (x.k === K.Name || x.k === K.Attribute || x.k === K.Subscript)) {
    const simple = x.k === K.Name && src.charCodeAt(s) !== 40 ? 1 : 0; next(); const a = test(); let v: Node | null = null; if (t === EQUAL) { next(); v = rhs(); }
    return { k: K.AnnAssign, s, e: prevEnd, target: x, annotation: a, value: v, simple };
  }
  return { k: K.Expr, s, e: prevEnd, value: x };
}
function dotted(): string {
  let n = names[tid]!; next();
  while (t === DOT) { next(); if (t === NAME) { n += '.' + names[tid]!; next(); } else { err(ts, 'expected a name'); break; } }
  return n;
}
function alias(dots: boolean): Node {
  const s = ts; let n = ''; if (t === NAME) { if (dots) n = dotted(); else { n = names[tid]!; next(); } } else err(ts, 'expected a name');
  let as: string | null = null; if (t === kAs) { next(); if (t === NAME) { as = names[tid]!; next(); } else err(ts, 'expected a name'); }
  return { k: K.alias, s, e: prevEnd, name: n, asname: as };
}
function ifStmt(): Node {
  const s = ts; next(); const c = named(); const body = block(); let orelse: Node[] = NOARR;
  const root: Node = { k: K.If, s, e: prevEnd, test: c, body, orelse }; let cur = root; const chain = [root];
  while (t === kElif) { const s2 = ts; next(); const c2 = named(); const b2 = block(); const n: Node = { k: K.If, s: s2, e: prevEnd, test: c2, body: b2, orelse: NOARR }; cur.orelse = [n]; cur = n; chain.push(n); }
  if (t === kElse) { next(); cur.orelse = block(); }
  for (const n of chain) n.e = prevEnd; return root;
}
function forStmt(s: number, k: K): Node {
  next(); const target = targetList(kIn); expect(kIn, "expected 'in'"); const iter = testlistStar(); const body = block(); let o: Node[] = NOARR; if (t === kElse) { next(); o = block(); }
  return { k, s, e: prevEnd, target, iter, body, orelse: o };
}
function withStmt(s: number, k: K): Node {
  next(); let items: Node[] = [];
  if (t === LPAR) {
    const sv = save(), el = errors.length; next(); let ok = true;
    while (t !== RPAR) { if (!startsExpr() || t === kYield || t === STAR) { ok = false; break; } items.push(withItem()); if (errors.length !== el) { ok = false; break; } if (t === COMMA) next(); else break; }
    if (ok && t === RPAR && items.length) { next(); if (t !== COLON || broke && !sv[14]) ok = false; } else ok = false;
    if (!ok) { restore(sv); items = []; }
  }
  if (!items.length) { do { items.push(withItem()); } while (eat(COMMA)); }
  const body = block(); return { k, s, e: prevEnd, items, body };
}
function withItem(): Node {
  const s = ts, x = test(); let v: Node | null = null; if (t === kAs) { next(); v = t === STAR ? starNamed() : bin(1); }
  return { k: K.withitem, s, e: prevEnd, context_expr: x, optional_vars: v };
}
function tryStmt(): Node {
  const s = ts; next(); const body = block(); const handlers: Node[] = []; let star = false, o: Node[] = NOARR, f: Node[] = NOARR;
  while (t === kExcept) {
    const hs = ts; next(); let ty: Node | null = null, nm: string | null = null; if (t === STAR) { star = true; next(); }
    if (t !== COLON) { ty = testlistStar(); if (t === kAs) { next(); if (t === NAME) { nm = names[tid]!; next(); } else err(ts, 'expected a name'); } }
    const b = block(); handlers.push({ k: K.ExceptHandler, s: hs, e: prevEnd, type: ty, name: nm, body: b });
  }
  if (t === kElse) { next(); o = block(); } if (t === kFinally) { next(); f = block(); }
  if (!handlers.length && f === NOARR) err(s, 'expected except or finally');
  return { k: star ? K.TryStar : K.Try, s, e: prevEnd, body, handlers, orelse: o, finalbody: f };
}
function decorated(): Node {
  const s = ts; const ds: Node[] = [];
  while (t === AT) { next(); ds.push(named()); if (t === NEWLINE) next(); else endLine(); while ((t as number) === NEWLINE) next(); }
  const s2 = ts;
  if (t === kAsync) { next(); if (t === kDef) return defStmt(s2, K.AsyncFunctionDef, ds); }
  if (t === kDef) return defStmt(s2, K.FunctionDef, ds); if (t === kClass) return classStmt(s2, ds);
  err(ts, 'expected def or class'); return { k: K.Expr, s, e: prevEnd, value: ds[0] };
}
function typeParams(): Node[] {
  if (t !== LSQB) return NOARR; next(); const out: Node[] = [];
  while (t !== RSQB) {
    const s = ts; let k = K.TypeVar; if (t === STAR) { k = K.TypeVarTuple; next(); } else if (t === DSTAR) { k = K.ParamSpec; next(); }
    if (t !== NAME) { err(ts, 'expected a name'); break; } const n = names[tid]!; next(); let b: Node | null = null, d: Node | null = null; if (t === COLON) { next(); b = test(); } if (t === EQUAL) { next(); d = starNamed(); }
    out.push({ k, s, e: prevEnd, name: n, bound: b, default_value: d }); if (!eat(COMMA)) break;
  }
  closeB(RSQB); return out;
}
function defStmt(s: number, k: K, ds: Node[]): Node {
  next(); let n = ''; const ns = ts; if (t === NAME) { n = names[tid]!; next(); } else err(ts, 'expected a name');
  const tp = typeParams(); let args: Node; if (expect(LPAR, "expected '('")) { args = params(RPAR, true); closeB(RPAR); } else args = { k: K.arguments, s: ts, e: ts, posonlyargs: NOARR, args: NOARR, vararg: null, kwonlyargs: NOARR, kw_defaults: NOARR, kwarg: null, defaults: NOARR };
  let r: Node | null = null; if (t === ARROW) { next(); r = testlistStar(); }
  const body = block(); return { k, s, e: prevEnd, name: n, nameStart: ns, args, body, decorator_list: ds, returns: r, type_params: tp };
}
function classStmt(s: number, ds: Node[]): Node {
  next(); let n = ''; const ns = ts; if (t === NAME) { n = names[tid]!; next(); } else err(ts, 'expected a name');
  const tp = typeParams(); let bases: Node[] = NOARR, kws2: Node[] = NOARR; if (t === LPAR) { const c = call(mkNull, ts); bases = c.args; kws2 = c.keywords; }
  const body = block(); return { k: K.ClassDef, s, e: prevEnd, name: n, nameStart: ns, bases, keywords: kws2, body, decorator_list: ds, type_params: tp };
}
const mkNull: Node = { k: K.Error, s: 0, e: 0 };
function typeAlias(): Node | null {
  let p = te; const s = ts; while (src.charCodeAt(p) === 32 || src.charCodeAt(p) === 9) p++;
  if (p === te || !isId(src.charCodeAt(p)) || (src.charCodeAt(p) >= 48 && src.charCodeAt(p) <= 57)) return null;
  const sv = save(); next(); if (t !== NAME) { restore(sv); return null; }
  const n: Node = { k: K.Name, s: ts, e: te, id: names[tid]! }; next(); if (t !== EQUAL && t !== LSQB) { restore(sv); return null; }
  const tp = typeParams(); if (t !== EQUAL) { restore(sv); return null; } next(); const v = test(); return { k: K.TypeAlias, s, e: prevEnd, name: n, type_params: tp, value: v };
}
// ---- match
function matchStmt(): Node | null {
  // cheap test by the next character
  let p = te; while (src.charCodeAt(p) === 32 || src.charCodeAt(p) === 9) p++;
  const c = src.charCodeAt(p); if (c === 61 || (c === 46 && src.charCodeAt(p + 1) !== 46) || c === 44 || c === 41 || c === 58 || c === 10 || c === 13 || c === 59 || c === 35 || c !== c) return null;
  const sv = save(), s = ts, el = errors.length; next();
  if (!startsExpr() || t === kYield) { restore(sv); return null; }
  const subject = testlistStar();
  if (errors.length !== el || t !== COLON) { restore(sv); return null; }
  next(); if (t !== NEWLINE) { restore(sv); return null; }
  next(); if (t !== INDENT) { restore(sv); return null; }
  const lv = indents.length; next(); if (t !== NAME || tid !== ID_case) { restore(sv); return null; }
  const sc = stmtCol; stmtCol = indents[lv - 1]!;
  const cases: Node[] = [];
  while (t === NAME && tid === ID_case) {
    const cs = ts; next(); const pat = patterns(); let g: Node | null = null; if (t === kIf) { next(); g = named(); }
    const body = block(); cases.push({ k: K.match_case, s: cs, e: prevEnd, pattern: pat, guard: g, body });
  }
  while (t !== DEDENT && t !== EOF) { const junk: Node[] = []; err(ts, "expected 'case'"); stmt(junk); }
  if (t === DEDENT) next(); stmtCol = sc;
  return { k: K.Match, s, e: prevEnd, subject, cases };
}
function patterns(): Node {
  const s = ts; const f = starPat(); if (t !== COMMA) { if (f.k === K.MatchStar) return { k: K.MatchSequence, s, e: prevEnd, patterns: [f] }; return f; }
  const ps = [f]; while (t === COMMA) { next(); if (t === COLON || t === kIf) break; ps.push(starPat()); } return { k: K.MatchSequence, s, e: prevEnd, patterns: ps };
}
function starPat(): Node { if (t === STAR) { const s = ts; next(); const n = t === NAME ? names[tid]! : ''; if (t === NAME) next(); return { k: K.MatchStar, s, e: prevEnd, name: n === '_' ? null : n }; } return asPat(); }
function asPat(): Node {
  const s = ts; let l = orPat(); if (t === kAs) { next(); let n = ''; if (t === NAME) { n = names[tid]!; next(); } l = { k: K.MatchAs, s, e: prevEnd, pattern: l, name: n }; } return l;
}
function orPat(): Node { const s = ts; const f = closed(); if (t !== VBAR) return f; const ps = [f]; while (t === VBAR) { next(); ps.push(closed()); } return { k: K.MatchOr, s, e: prevEnd, patterns: ps }; }
function closed(): Node {
  const s = ts;
  switch (t) {
    case kNone: case kTrue: case kFalse: { const v = t === kNone ? 'NoneType' : 'bool'; next(); return { k: K.MatchSingleton, s, e: prevEnd, value: v }; }
    case NUMBER: case MINUS: { const v = bin(5); return { k: K.MatchValue, s, e: prevEnd, value: v }; }
    case STRING: case FSTRING: { const v = strings(); return { k: K.MatchValue, s, e: prevEnd, value: v }; }
    case LPAR: { next(); if (t === RPAR) { next(); return { k: K.MatchSequence, s, e: prevEnd, patterns: [] }; } const f = starPat(); if (t !== COMMA) { closeB(RPAR); return f.k === K.MatchStar ? { k: K.MatchSequence, s, e: prevEnd, patterns: [f] } : f; } const ps = [f]; while (t === COMMA) { next(); if ((t as number) === RPAR) break; ps.push(starPat()); } closeB(RPAR); return { k: K.MatchSequence, s, e: prevEnd, patterns: ps }; }
    case LSQB: { next(); const ps: Node[] = []; while (t !== RSQB && t !== NEWLINE && t !== EOF) { ps.push(starPat()); if (!eat(COMMA)) break; } closeB(RSQB); return { k: K.MatchSequence, s, e: prevEnd, patterns: ps }; }
    case LBRACE: {
      next(); const keys: Node[] = [], ps: Node[] = []; let rest: string | null = null;
      while (t !== RBRACE && t !== NEWLINE && t !== EOF) { if (t === DSTAR) { next(); rest = t === NAME ? names[tid]! : null; if (t === NAME) next(); } else { keys.push(t === NAME ? primaryNoCall() : bin(5)); expect(COLON, "expected ':'"); ps.push(asPat()); } if (!eat(COMMA)) break; }
      closeB(RBRACE); return { k: K.MatchMapping, s, e: prevEnd, keys, patterns: ps, rest };
    }
    case NAME: {
      const wild = tid === ID_; const n = primaryNoCall();
      if (t === LPAR) {
        next(); const ps: Node[] = [], ka: string[] = [], kp: Node[] = [];
        while (t !== RPAR && t !== NEWLINE && t !== EOF) {
          let kwn = -1; if (t === NAME) { let p = te; while (src.charCodeAt(p) === 32) p++; if (src.charCodeAt(p) === 61 && src.charCodeAt(p + 1) !== 61) kwn = tid; }
          if (kwn >= 0) { next(); next(); ka.push(names[kwn]!); kp.push(asPat()); } else ps.push(asPat()); if (!eat(COMMA)) break;
        }
        closeB(RPAR); return { k: K.MatchClass, s, e: prevEnd, cls: n, patterns: ps, kwd_attrs: ka, kwd_patterns: kp };
      }
      if (n.k === K.Name) return { k: K.MatchAs, s, e: prevEnd, pattern: null, name: wild ? null : n.id };
      return { k: K.MatchValue, s, e: prevEnd, value: n };
    }
  }
  err(ts, 'expected a pattern'); if (t !== COLON && t !== NEWLINE && t !== EOF && t !== RPAR && t !== RSQB && t !== RBRACE && t !== COMMA) next(); return { k: K.Error, s, e: prevEnd };
}
function primaryNoCall(): Node { const s = ts; let n: Node = { k: K.Name, s, e: te, id: names[tid]! }; next(); while (t === DOT) { next(); const a = names[tid]!; const e = te, attrStart = ts; next(); n = { k: K.Attribute, s, e, value: n, attr: a, attrStart }; } return n; }

export function parse(text: string, opts?: { ipython?: boolean }): ParseResult {
  src = text; len = text.length; pos = 0; t = NEWLINE; ts = te = prevEnd = 0; depth = 0; bol = true; pend = 0; indents = [0]; errors = []; comments = []; stmtCol = 0; strict = false; broke = false; fieldDepth = -1; lineStart = 0; ipython = !!(opts && opts.ipython);
  const body: Node[] = []; next();
  while (t !== EOF) { if (t === INDENT) { err(ts, 'unexpected indent'); next(); continue; } if (t === DEDENT) { next(); continue; } stmt(body); }
  const module: Node = { k: K.Module, s: 0, e: len, body }; src = ''; return { module, errors, comments };
}

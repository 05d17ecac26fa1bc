/** A file of markup whose scripts are TypeScript or JavaScript: a component of Vue or Svelte. */
export function isComponent(path: string): boolean {
  return /\.(vue|svelte)$/i.test(path);
}

/** The scripts of a component, at their own places: all else is blanked, so that every offset and line stays. */
export function scriptsOf(text: string): { readonly text: string; readonly isJsx: boolean } {
  let blanked = "";
  let done = 0;
  let isJsx = false;
  for (const { index, 0: whole, groups } of text.matchAll(block)) {
    const { attributes = "", code = "" } = groups ?? {};
    if (groups?.["comment"] !== undefined || !isCode(attributes)) continue;
    isJsx ||= /\blang\s*=\s*["']?[jt]sx/i.test(attributes);
    const start = index + whole.indexOf(">", "<script".length + attributes.length) + 1;
    blanked += blank(text.slice(done, start)) + code;
    done = start + code.length;
  }
  return { text: blanked + blank(text.slice(done)), isJsx };
}

/** A block that is being typed has no end yet, and reaches to that of the file. */
const block =
  /(?<comment><!--[^]*?(?:-->|$))|<script\b(?<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>(?<code>[^]*?)(?:<\/script\s*>|$)/gi;

function isCode(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1];
  return type === undefined || /^(module|(text|application)\/(x-)?(java|type|ecma)script)?$/i.test(type);
}

function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, " ");
}

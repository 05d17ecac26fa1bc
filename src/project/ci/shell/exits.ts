/**
 * Does a stretch of shell, run because something failed, make the script fail in the end: at once (`exit 1`), or by a
 * variable that is set here and looked at in `rest`, the text that runs after it?
 */
export function leadsToFailure(text: string, rest: string): boolean {
  if (leaves(text)) return true;
  return assignedIn(text).some(
    (name) => new RegExp(String.raw`\$\{?#?${name}\b|\(\([^)]*\b${name}\b`).test(rest) && leaves(rest),
  );
}

/** Does the text after a command look at its status, and leave with a failure for it? */
export function looksAtStatus(next: string, rest: string): boolean {
  if (!/\$\?|\$\{\?\}|PIPESTATUS/.test(next)) return false;
  return leaves(next) || leadsToFailure(next, rest) || (/^\s*(?:\[|test\b|\(exit\b)/.test(next) && rest.trim() === "");
}

/** Does the rest of a script leave by a variable, or end with a test of it? */
export function decidesBy(name: string, rest: string): boolean {
  const used = new RegExp(String.raw`\$\{?${name}\b`);
  const last = rest.trim().split("\n").at(-1) ?? "";
  return used.test(rest) && (leaves(rest) || (/^\s*(?:\[|test\b|\(\()/.test(last) && used.test(last)));
}

/** `exit` and `return` with anything but a literal zero, `false`, `kill $$`. */
function leaves(text: string): boolean {
  return /(?:^|[\s;{(&|])(?:(?:exit|return)(?:\s+"?(?:[1-9]|\$|-1)|\s*(?:$|[;})\n]))|false\s*(?:$|[;})\n]))/m.test(
    text,
  );
}

function assignedIn(text: string): readonly string[] {
  const plain = [...text.matchAll(/(?:^|[\s;{(])([A-Za-z_]\w*)\+?=/gm)];
  const counted = [...text.matchAll(/\(\(\s*(?:\+\+)?([A-Za-z_]\w*)|\blet\s+"?([A-Za-z_]\w*)/g)];
  return [...plain, ...counted].flatMap(([, name, other]) => name ?? other ?? []);
}

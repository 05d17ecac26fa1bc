import type { Asked } from "./asked.js";

/** Where a requirement stands, and in which group. */
export interface RequirementPlace {
  readonly path: string;
  readonly line: number;
  readonly isDevelopment: boolean;
  readonly isConditional?: boolean;
}

/** A requirement as pip reads it: `name[extra] >=1,<2 ; marker --hash=...`, `name @ address`, or an address with a name in it. */
export function pythonRequirement(written: string, place: RequirementPlace): Asked | undefined {
  const hasHash = /\s--hash=|#sha(?:256|384|512)=/.test(written);
  const text = written
    .replace(/(?:^|\s)#.*$/, "")
    .replace(/\s--[\w-]+(?:[= ]\S+)?/g, "")
    .trim();
  const address = /^(?:[a-z][a-z+]*:\/\/|git\+)\S+/i.exec(text)?.[0];
  const named = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s.exec(text);
  const name = address === undefined ? named?.[1] : nameInAddress(address);
  // Behind an address a semicolon needs a space before it.
  const [said = "", marker] = (address ?? named?.[2] ?? "").split(/\s*;\s*/);
  const specifier = said.replace(/^\(([^)]*)\)$/, "$1").trim();
  if (name === undefined || (address === undefined && !/^(?:$|[=<>!~^@])/.test(specifier))) return undefined;
  const isAddress = address !== undefined || specifier.startsWith("@");
  return {
    ...{ name, ecosystem: "python", specifier },
    isPinned: hasHash || (isAddress ? isPinnedAddress(specifier) : isPinnedVersion(specifier)),
    hasHash,
    isDevelopment: place.isDevelopment,
    path: place.path,
    line: place.line,
    isConditional: marker !== undefined || place.isConditional === true,
    isLocal: /^@?\s*(?:file:|\.)/.test(specifier),
  };
}

/** `==1.4.0`, but not `==1.4.*`. */
function isPinnedVersion(specifier: string): boolean {
  return specifier.split(",").some((clause) => /^\s*={2,3}\s*[^*\s]+\s*$/.test(clause));
}

/** To a commit, a tag with a number, a hash, a file with a version, or a folder that comes with the project. */
export function isPinnedAddress(address: string): boolean {
  return (
    /[@#](?:[0-9a-f]{7,64}|v?\d+\.\d+[\w.-]*)(?:[#&;\s]|$)/.test(address) ||
    /#sha\d+=|\.(?:whl|tar\.gz|tgz|zip)(?:[#?]|$)|^@?\s*file:/.test(address)
  );
}

function nameInAddress(address: string): string | undefined {
  const egg = /[#&]egg=([\w.-]+)/.exec(address)?.[1];
  const wheel = /\/([\w.]+)-\d[^/]*\.(?:whl|tar\.gz|zip)/.exec(address)?.[1];
  return egg ?? wheel ?? /\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(address)?.[1];
}

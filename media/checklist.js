// @ts-check
/** Filters and opens the questions of the checklist, takes what people say about them, and remembers how it was left. */
(() => {
  // @ts-expect-error The editor provides it.
  const editor = acquireVsCodeApi();
  const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [view, said, progress, doing] = ["view", "said", "progress", "doing"].map(part);
  const bar = /** @type {HTMLProgressElement} */ (part("part"));
  const folder = decodeURIComponent(document.querySelector('meta[name="folder"]')?.getAttribute("content") ?? "");

  /** How the panel was left: open parts by their id or name, drafts of sign-offs by item. */
  let kept = {
    ...{ verdicts: [], stage: "", words: "", open: [], drafts: {}, scroll: 0 },
    ...editor.getState(),
    folder,
  };
  const keep = (/** @type {Partial<typeof kept>} */ change) => {
    kept = { ...kept, ...change };
    editor.setState(kept);
  };
  keep({});

  const all = (/** @type {string} */ selector, /** @type {ParentNode} */ within = view) =>
    /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
  const one = (/** @type {string} */ selector, /** @type {ParentNode} */ within = view) => all(selector, within)[0];
  const itemOf = (/** @type {string} */ id) =>
    /** @type {HTMLDetailsElement | undefined} */ (one(`.item[data-item="${CSS.escape(id)}"]`));

  // --- The filter

  const filter = () => {
    const words = kept.words.toLowerCase().split(/\s+/).filter(Boolean);
    const items = all(".item");
    let shown = 0;
    for (const item of items) {
      const { verdict, stage } = item.dataset;
      const text = words.length === 0 ? "" : (item.textContent ?? "").toLowerCase();
      const isShown =
        (kept.verdicts.length === 0 || kept.verdicts.includes(verdict)) &&
        (kept.stage === "" || kept.stage === stage) &&
        words.every((/** @type {string} */ word) => text.includes(word));
      item.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const stage of all(".stage")) stage.hidden = all(".item:not([hidden])", stage).length === 0;
    const count = one("#count");
    const words_ = shown === items.length ? `All ${shown} questions` : `${shown} of ${items.length} questions`;
    if (count !== undefined && count.textContent !== words_) count.textContent = words_;
  };
  const fillFilter = () => {
    for (const box of all('#filter [name="verdict"]'))
      /** @type {HTMLInputElement} */ (box).checked = kept.verdicts.includes(
        /** @type {HTMLInputElement} */ (box).value,
      );
    const [stage, words] = [one('#filter [name="stage"]'), one('#filter [name="words"]')];
    if (stage !== undefined) /** @type {HTMLSelectElement} */ (stage).value = kept.stage;
    if (words !== undefined) /** @type {HTMLInputElement} */ (words).value = kept.words;
    filter();
  };
  const readFilter = (/** @type {HTMLFormElement} */ form) => {
    const data = new FormData(form);
    keep({ verdicts: data.getAll("verdict"), stage: data.get("stage") ?? "", words: data.get("words") ?? "" });
    filter();
  };
  const showAll = () => {
    keep({ verdicts: [], stage: "", words: "" });
    fillFilter();
  };

  // --- Sign-offs

  const formOf = (/** @type {string} */ item) =>
    /** @type {HTMLFormElement | undefined} */ (one("form.sign", itemOf(item) ?? view));
  const openForm = (/** @type {string} */ item) => {
    const details = itemOf(item);
    const template = one("#sign-form");
    if (details === undefined || !(template instanceof HTMLTemplateElement)) return undefined;
    const known = one("form.sign", details);
    if (known !== undefined) return /** @type {HTMLFormElement} */ (known);
    const form = /** @type {HTMLFormElement} */ (template.content.cloneNode(true).firstChild);
    form.dataset.item = item;
    for (const slot of all('[data-slot="item"]', form)) slot.textContent = item;
    // Several forms may be open, and each has its own fields.
    for (const name of ["id", "for", "aria-describedby"])
      for (const element of all(`[${name}]`, form))
        element.setAttribute(name, `${details.id}-${element.getAttribute(name)}`);
    one(".body", details)?.append(form);
    for (const [name, value] of Object.entries(kept.drafts[item] ?? {})) {
      const field = form.elements.namedItem(name);
      if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        field.value = String(value);
    }
    return form;
  };
  const draftOf = (/** @type {HTMLFormElement} */ form) => Object.fromEntries(new FormData(form).entries());
  const closeForm = (/** @type {string} */ item) => {
    formOf(item)?.remove();
    const drafts = Object.fromEntries(Object.entries(kept.drafts).filter(([id]) => id !== item));
    keep({ drafts });
  };
  const say = (
    /** @type {HTMLFormElement} */ form,
    /** @type {string} */ problem,
    /** @type {string | undefined} */ field,
  ) => {
    for (const element of all("[aria-invalid]", form)) element.removeAttribute("aria-invalid");
    const place = one(".problem", form);
    if (place !== undefined) place.textContent = problem;
    const input = field === undefined ? null : form.elements.namedItem(field);
    if (input instanceof HTMLElement) {
      input.setAttribute("aria-invalid", "true");
      input.focus();
    }
  };
  const isBusy = (/** @type {HTMLFormElement} */ form, /** @type {boolean} */ is) => {
    for (const button of all("button", form)) /** @type {HTMLButtonElement} */ (button).disabled = is;
  };

  // --- What is shown

  /** Where the focus is, in words that find the same place in a document that was rendered anew. */
  const focused = () => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || !view.contains(activeElement)) return undefined;
    const around = activeElement.closest("[id]");
    const within = around === null || around === activeElement ? "" : `#${CSS.escape(around.id)} `;
    const { does = activeElement.dataset.do, value } = activeElement.dataset;
    const own =
      activeElement.id !== ""
        ? `#${CSS.escape(activeElement.id)}`
        : does !== undefined
          ? `[data-do="${does}"][data-value="${CSS.escape(value ?? "")}"]`
          : activeElement.hasAttribute("href")
            ? `a[href="${CSS.escape(activeElement.getAttribute("href") ?? "")}"]`
            : activeElement.hasAttribute("name")
              ? `[name="${activeElement.getAttribute("name")}"]`
              : activeElement.tagName.toLowerCase();
    const item = activeElement.closest(".item")?.getAttribute("data-item") ?? undefined;
    return { selector: within + own, item };
  };
  const focusAgain = (/** @type {ReturnType<typeof focused>} */ before) => {
    if (before === undefined) return;
    const item = before.item === undefined ? undefined : itemOf(before.item);
    const place = one(before.selector) ?? (item === undefined ? undefined : one("summary", item)) ?? one("#content");
    place?.focus({ preventScroll: true });
  };

  const goTo = (/** @type {string} */ item) => {
    const details = itemOf(item);
    if (details === undefined) return;
    if (details.hidden) showAll();
    details.open = true;
    const summary = one("summary", details);
    summary?.scrollIntoView({ block: "start" });
    summary?.focus({ preventScroll: true });
  };

  const show = (/** @type {string} */ html) => {
    const before = focused();
    const { scroll } = kept;
    view.innerHTML = html;
    for (const details of all("details"))
      /** @type {HTMLDetailsElement} */ (details).open = kept.open.includes(nameOf(details));
    for (const item of Object.keys(kept.drafts)) openForm(item);
    fillFilter();
    window.scrollTo(0, scroll);
    focusAgain(before);
  };
  const nameOf = (/** @type {HTMLElement} */ details) => details.dataset.keep ?? details.id;

  // --- What is done

  /** @type {Record<string, (value: string) => void>} */
  const actions = {
    run: () => editor.postMessage({ kind: "run" }),
    compare: () => editor.postMessage({ kind: "compare" }),
    cancel: () => editor.postMessage({ kind: "cancel" }),
    copy: () => editor.postMessage({ kind: "copy" }),
    export: (format) => editor.postMessage({ kind: "export", format }),
    sign: (item) => {
      const form = openForm(item);
      form?.querySelector("input")?.focus();
      form?.scrollIntoView({ block: "nearest" });
    },
    unsign: () => undefined,
  };
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest("[data-do]");
    if (button instanceof HTMLElement) {
      const item = button.closest(".item")?.getAttribute("data-item");
      if (button.dataset.do === "unsign" && item) {
        closeForm(item);
        one('[data-do="sign"]', itemOf(item) ?? view)?.focus();
      } else actions[button.dataset.do ?? ""]?.(button.dataset.value ?? "");
      return;
    }
    const href = target?.closest("a[href]")?.getAttribute("href") ?? "";
    // Links to the web are the editor's to follow.
    if (href === "" || /^https?:/.test(href)) return;
    event.preventDefault();
    if (!href.startsWith("#")) editor.postMessage({ kind: "follow", link: href });
    else goTo(document.getElementById(href.slice(1))?.dataset.item ?? "");
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.item === undefined) return;
    say(form, "", undefined);
    isBusy(form, true);
    editor.postMessage({ kind: "sign", word: { item: form.dataset.item, ...draftOf(form) } });
  });
  document.addEventListener("reset", (event) => {
    event.preventDefault();
    showAll();
  });
  document.addEventListener("input", ({ target }) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form === null) return;
    if (form.id === "filter") readFilter(form);
    else if (form.dataset.item !== undefined) keep({ drafts: { ...kept.drafts, [form.dataset.item]: draftOf(form) } });
  });
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.isConnected) return;
      const name = nameOf(target);
      const others = kept.open.filter((/** @type {string} */ open) => open !== name);
      keep({ open: target.open ? [...others, name] : others });
    },
    true,
  );
  document.addEventListener("scroll", () => keep({ scroll: window.scrollY }), { passive: true });

  // --- What is told

  /** @type {Record<string, (message: any) => void>} */
  const news = {
    view: ({ html, style, item }) => {
      part("style").textContent = style;
      show(html);
      if (item !== undefined) goTo(item);
    },
    item: ({ item }) => goTo(item),
    progress: ({ text, part: done }) => {
      // The beginning is spoken; what follows can be looked at.
      if (progress.hidden) said.textContent = text;
      progress.hidden = false;
      doing.textContent = text;
      if (done === undefined) bar.removeAttribute("value");
      else bar.value = done;
    },
    idle: ({ text }) => {
      if (progress.contains(document.activeElement)) one('[data-do="run"]')?.focus();
      progress.hidden = true;
      said.textContent = text;
    },
    said: ({ text }) => {
      said.textContent = text;
    },
    signed: ({ item }) => {
      closeForm(item);
      one("summary", itemOf(item) ?? view)?.focus();
      said.textContent = `${item} was signed off.`;
    },
    "not-signed": ({ item, problem, field }) => {
      const form = formOf(item);
      if (form === undefined) return;
      isBusy(form, false);
      say(form, problem, field);
    },
  };
  window.addEventListener("message", ({ data }) => news[data?.kind]?.(data));
  editor.postMessage({ kind: "ready" });
})();

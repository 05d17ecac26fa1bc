import { deepEqual, equal, ok } from "node:assert/strict";
import { posix } from "node:path";
import { builtInGuide } from "../../src/guide/guide.js";
import { readGuideFile } from "../../src/project/guide-file.js";
import { pages } from "../../src/report/pages.js";
import { hostedAddress, sitePath } from "../../src/report/page-links.js";
import { site } from "../../src/report/site.js";
import { rules } from "../../src/rules/index.js";

const files = site(rules, builtInGuide());

function htmlFiles(of: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...of].filter(([name]) => name.endsWith(".html"));
}

function links(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
}

/** Links of the files that lead to no file, or to no place in it. */
function dangling(of: ReadonlyMap<string, string>): readonly string[] {
  return htmlFiles(of).flatMap(([name, html]) =>
    links(html).flatMap((link) => {
      if (/^https?:/.test(link)) return [];
      const [path = "", anchor] = link.split("#");
      const target = of.get(path === "" ? name : posix.join(posix.dirname(name), path));
      const isThere = target !== undefined && (anchor === undefined || target.includes(` id="${anchor}"`));
      return isThere ? [] : [`${name}: ${link}`];
    }),
  );
}

describe("the site", () => {
  it("has a file for every page that is for readers", () => {
    const wanted = [...pages(rules).keys()].filter((path) => path !== "/guide/inventory.md").map(sitePath);
    deepEqual(
      wanted.toSorted(),
      htmlFiles(files)
        .map(([name]) => name)
        .toSorted(),
    );
    ok(files.has("index.html") && files.has("rules/index.html") && files.has("rules/nan-equality.html"));
  });

  it("has an index by stage, in order", () => {
    const index = files.get("index.html") ?? "";
    const places = builtInGuide().stages.map(({ id }) => index.indexOf(`href="guide/${id}/`));
    const found = places.filter((place) => place > 0);
    ok(found.length >= 10);
    deepEqual(
      found,
      found.toSorted((a, b) => a - b),
    );
  });

  it("leads nowhere that does not exist", () => deepEqual(dangling(files), []));

  it("can lie under any address: no link begins at the root of a server", () => {
    for (const [name, html] of htmlFiles(files)) {
      const own = links(html).filter((link) => !/^https?:/.test(link));
      for (const link of own) ok(!link.startsWith("/") && !link.includes(".md"), `${name}: ${link}`);
    }
  });

  it("needs no script and nothing from elsewhere", () => {
    for (const [name, html] of htmlFiles(files)) {
      ok(!/<script|<iframe|<img|<style|\son\w+=| src=/.test(html.replace(/<pre[\s\S]*?<\/pre>/g, "")), name);
      const assets = [...html.matchAll(/<link[^>]* href="([^"]*)"/g)].map(([, link]) => link);
      equal(assets.length, 1);
      ok(files.has(posix.join(posix.dirname(name), assets[0] ?? "")), name);
    }
    ok(!/@import|url\(/.test(files.get("style.css") ?? "@import"));
  });

  it("is light or dark as the reader has it", () => {
    ok(files.get("style.css")?.includes("@media (prefers-color-scheme: dark)"));
  });

  it("has one heading of the first level a page, landmarks, and a way past the head", () => {
    for (const [name, html] of htmlFiles(files)) {
      equal(html.match(/<h1 /g)?.length, 1, name);
      equal(html.match(/<main /g)?.length, 1, name);
      ok(html.includes('<html lang="en">') && html.includes('<a class="skip" href="#content">'), name);
    }
  });

  it("leads from every topic, rule, item and goal that has one to its neighbour", () => {
    const next = htmlFiles(files).filter(([, html]) => html.includes('rel="next"'));
    const back = htmlFiles(files).filter(([, html]) => html.includes('rel="prev"'));
    equal(next.length, back.length);
    ok(next.length > 250, String(next.length));
  });
});

describe("an address on a hosted site", () => {
  it("is that of a file of the site, however the site's own address ends", () => {
    const address = hostedAddress("https://docs.example.org/ml/", "/rules/nan-equality.md");
    equal(address, "https://docs.example.org/ml/rules/nan-equality.html");
    equal(hostedAddress("https://docs.example.org/ml", "/rules/nan-equality.md"), address);
    ok(files.has(address.replace("https://docs.example.org/ml/", "")));
    equal(
      hostedAddress("https://a.org", "/guide/data/splitting.md#slices"),
      "https://a.org/guide/data/splitting.html#slices",
    );
  });
});

describe("the links of the site to elsewhere", () => {
  const listed = (files.get("links.txt") ?? "").trimEnd().split("\n");

  it("are listed once each", () => {
    deepEqual(listed, [...new Set(listed)].sort());
    const used = htmlFiles(files).flatMap(([, html]) => links(html).filter((link) => /^[a-z]+:/.test(link)));
    deepEqual(new Set(listed), new Set(used));
    ok(listed.length > 150, String(listed.length));
  });

  for (const link of listed) {
    it(`are well formed: ${link}`, () => {
      const { protocol, hostname, username, password } = new URL(link);
      ok(protocol === "https:" || protocol === "http:", protocol);
      ok(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname), hostname);
      equal(username + password, "");
      ok(/^[\x21-\x7e]+$/.test(link), "only printable ASCII");
      ok(!/[.,;:)>\]'"]$/.test(link), "no punctuation of a sentence at its end");
    });
  }
});

describe("the site of a team", () => {
  const team = readGuideFile(
    [
      "stages:",
      "  - id: data",
      "    title: Our data",
      "  - id: monitoring",
      "    hide: true",
      "topics:",
      "  - id: data/splitting",
      "    hide: true",
      "  - id: data/our-lake",
      "    title: Our lake",
      "    passages:",
      "      - title: Where it is",
      '        text: "Ask <b>Ada</b> or [run](javascript:alert(1)) it."',
      "        readings: [our-wiki]",
      "readings:",
      "  - id: our-wiki",
      "    title: The wiki",
      "    url: https://wiki.example.org/lake",
      "    stage: data",
      "    roles: [ml-engineer]",
    ].join("\n"),
    builtInGuide(),
  );
  const own = site(rules, team.guide);

  it("has what the team adds, under its names", () => {
    deepEqual(team.problems, []);
    ok(own.get("index.html")?.includes('<h2 id="our-data">Our data</h2>'));
    ok(own.get("guide/data/our-lake.html")?.includes('href="https://wiki.example.org/lake"'));
    ok(own.get("guide/readings/our-wiki.html")?.includes('<a href="../data/our-lake.html#where-it-is">'));
    ok(own.get("links.txt")?.includes("https://wiki.example.org/lake\n"));
  });

  it("leaves out what the team hides, but for what a rule is explained by", () => {
    ok(!own.get("index.html")?.includes("guide/data/splitting.html"));
    ok(own.has("guide/data/splitting.html"));
    ok(!own.get("index.html")?.includes('id="monitoring"'));
  });

  it("leads nowhere that does not exist", () => deepEqual(dangling(own), []));

  it("shows what the team wrote as text", () => {
    const page = own.get("guide/data/our-lake.html") ?? "";
    ok(page.includes("Ask &lt;b&gt;Ada&lt;/b&gt; or"), page);
    ok(!page.includes('href="javascript'));
  });
});

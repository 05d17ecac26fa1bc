import { equal, ok } from "node:assert/strict";
import { htmlOf } from "../../src/report/html.js";

const same = (link: string): string => link;

describe("htmlOf", () => {
  it("shows tags as the text that they are", () => {
    equal(htmlOf("a <script>b</script> c", same), "<p>a &lt;script&gt;b&lt;/script&gt; c</p>\n");
    ok(htmlOf("```python\na < b\n```", same).includes("<code>a &lt; b\n</code>"));
  });

  it("makes no links that run or open anything but pages", () => {
    for (const link of ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"]) {
      ok(!htmlOf(`[name](${link})`, same).includes("<a "), link);
    }
  });

  it("gives headings the addresses that links name, each its own", () => {
    const html = htmlOf("## Adam, and `lr`\n\n## Adam, and `lr`\n", same);
    ok(html.includes('<h2 id="adam-and-lr">'), html);
    ok(html.includes('<h2 id="adam-and-lr-1">'), html);
  });

  it("asks where each link leads", () => {
    const html = htmlOf("[a](../b.md#c) and [d](https://example.org/)", (link) => `<${link}>`);
    ok(html.includes('href="&lt;../b.md#c&gt;"'), html);
    ok(html.includes('href="&lt;https://example.org/&gt;"'), html);
  });

  it("lets the keyboard scroll what may be wider than the page", () => {
    ok(htmlOf("| a |\n| --- |\n| b |\n", same).includes('<div class="wide" tabindex="0"><table>'));
    ok(htmlOf("```\na\n```\n", same).includes('<pre tabindex="0">'));
  });
});

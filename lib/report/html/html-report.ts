import type { Review } from '../../model';
import type { DrawnReview } from './drawn-review';
import { layoutNetwork } from './map';
import { escaped, policySum } from './markup';
import { pack } from './pack';
import { pageFiles } from './page-files';
import { format, LANGUAGES, STRINGS, type Language } from './strings';

export interface HtmlReportOptions {
  /** Language in which the page opens; readers can change it. @default 'en' */
  readonly language?: Language;
}

/**
 * The review page: one HTML file that needs no network and no server, and that its own policy forbids to load anything.
 * Whatever a template calls its resources stays text. The same for the same review, byte for byte.
 * @throws Error when the page has not been built.
 */
export function htmlReport(review: Review, { language = 'en' }: HtmlReportOptions = {}): string {
  const { script, style } = pageFiles();
  const t = format(language);
  const { verdict } = review.glance;
  const drawn: DrawnReview = { ...review, maps: review.networks.map((network) => layoutNetwork(network)) };
  const title = `${t(STRINGS.page.title)}: ${t(STRINGS.verdict[verdict])}`;
  return `<!doctype html>
<html lang="${LANGUAGES[language].tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="lionrock ${escaped(review.glance.tool.version)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="page" data-language="${language}"><noscript><p>${escaped(title)}</p><p>${escaped(t(STRINGS.page.noScript))}</p></noscript></div>
${partsOf(drawn)}
<script>${script}</script>
</body>
</html>
`;
}

/** Each part of the review in elements of its own, so that a reader's browser reads only those that are looked at. */
function partsOf(review: Review): string {
  return Object.entries(review)
    .flatMap(([name, part]) =>
      piecesOf(inScript(JSON.stringify(pack(part)))).map(
        (piece) => `<script type="application/json" data-part="${name}">${piece}</script>`,
      ),
    )
    .join('\n');
}

/** Browsers copy the text of an element each time that some is added: long ones take them a second. In characters. */
const PIECE = 250_000;

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/** Nothing is loaded from anywhere, and no script or style runs but the two in the file. */
function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${policySum(script)}'`,
    `style-src '${policySum(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** JSON that ends no script element and opens no comment, in ASCII: one other letter makes browsers keep all of it twice as wide. */
function inScript(json: string): string {
  return json.replaceAll(/[<\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

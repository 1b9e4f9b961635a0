import { intervalMillis } from "@mjolnir/core"

import type { PageData } from "./browser/PageData.ts"
import { browserModules } from "./browserModules.ts"
import { escapeHtml } from "./escapeHtml.ts"
import { pageBody } from "./pageBody.ts"
import { pageStyle } from "./pageStyle.ts"
import type { PreviewData } from "./PreviewData.ts"

/**
 * A page on which an author sees what a detector found: the text of one HTML file that needs nothing else, neither other
 * files nor a network. It draws the candles with TradingView Lightweight Charts™, whose licence the page carries.
 *
 * @example
 * await writeFile("preview.html", previewPage({ detector, symbol: "ACME", interval: "1m", source: "acme.csv", ...found }))
 */
export const previewPage = (data: PreviewData): string => `<!doctype html>
<!--
The chart is drawn by TradingView Lightweight Charts™, Copyright (c) TradingView, Inc., https://www.tradingview.com/,
under the Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0
-->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${data.detector.name} · ${data.symbol} ${data.interval} · Mjolnir preview`)}</title>
<link rel="icon" href="data:,">
<style>
${pageStyle}</style>
<script type="importmap">${scriptJson({ imports: browserModules() })}</script>
</head>
<body>
${pageBody}
<script type="application/json" id="preview-data">${scriptJson(pageData(data))}</script>
<script type="module">import "preview/main"</script>
</body>
</html>
`

const pageData = (data: PreviewData): PageData => ({ ...data, intervalMillis: intervalMillis[data.interval] })

/** JSON that can stand in a script element: no text in it can end the element or open a comment. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each)).replaceAll("<", "\\u003c")

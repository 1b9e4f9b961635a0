import type { Paint } from "../../output/painter.ts"
import { counted } from "../../output/plural.ts"
import { textTable } from "../textTable.ts"
import type { Drawing, DrawnPage } from "./drawPlugin.ts"

/** What was found and where to look at it: the candles, and a line for each page. */
export const drawingText = ({ pages }: Drawing, paint: Paint): string => {
  const [{ source, symbol } = { source: "", symbol: "" }] = pages
  const table = textTable(columns, pages.map(cells), paint)
  return `${symbol}, ${source}\n\n${table}`
}

const columns = [
  { title: "DETECTOR" },
  { title: "CANDLES", isNumber: true },
  { title: "DETECTIONS", isNumber: true },
  { title: "NEAR MISSES", isNumber: true },
  { title: "PAGE" }
] as const

const cells = (page: DrawnPage): ReadonlyArray<string> => [
  page.detector,
  `${page.candles} of ${page.interval}`,
  String(page.detections),
  page.tellsNearMisses ? String(page.nearMisses) : "–",
  page.path
]

/** `3 detections, 12 near misses on 2 pages`; near misses only where a detector tells them. */
export const drawingTally = ({ pages }: Drawing): string => {
  const sum = (count: (page: DrawnPage) => number) => pages.reduce((total, page) => total + count(page), 0)
  const nearMisses = sum(({ nearMisses }) => nearMisses)
  const told = pages.some(({ tellsNearMisses }) => tellsNearMisses)
  return [
    counted(
      sum(({ detections }) => detections),
      "detection"
    ),
    ...(told ? [`${nearMisses} near ${nearMisses === 1 ? "miss" : "misses"}`] : [])
  ]
    .join(", ")
    .concat(` on ${counted(pages.length, "page")}`)
}

import { annotatedTimes } from "./annotationLayer.ts"
import { candleChart, type Pointed } from "./candleChart.ts"
import { firstAtOrAfter } from "./candleIndex.ts"
import { element, elementById } from "./element.ts"
import { emptyNote } from "./emptyNote.ts"
import { type Finding, findingsOf, patternOf } from "./Finding.ts"
import { findingCard } from "./findingCard.ts"
import { findingList } from "./findingList.ts"
import { hoverCard } from "./hoverCard.ts"
import { onKeys } from "./keyboard.ts"
import type { PageData } from "./PageData.ts"
import { fillPageHead } from "./pageHead.ts"
import { patternChoice } from "./patternChoice.ts"
import { showPosition } from "./position.ts"
import { priceDecimals, priceTextOf } from "./priceText.ts"
import { readout } from "./readout.ts"
import { stepper } from "./stepper.ts"
import { type TabName, tabs } from "./tabs.ts"
import { timeTextOf } from "./timeText.ts"
import { isKnown, type View } from "./View.ts"

/** Builds the page from the data that it holds, and ties its parts together. */
const data: PageData = JSON.parse(elementById("preview-data", HTMLElement).textContent)
const { candles } = data
const timeText = timeTextOf(data.intervalMillis)
const texts = {
  price: priceTextOf(priceDecimals(candles)),
  time: (candle: number) => timeText(candles[candle]?.time ?? 0)
}
const findings = findingsOf(data)
const ofKind = {
  detections: findings.filter(({ kind }) => kind === "detection"),
  "near-misses": findings.filter(({ kind }) => kind === "near miss")
}

let shown = candles.length - 1
let selected: Finding | undefined
let hovered: Finding | undefined
let openTab: TabName = "detections"
let pattern: string | undefined
let marked: ReadonlyArray<Finding> = []

const view = (): View => ({ shown, marked, focus: hovered ?? selected })
const isWanted = (finding: Finding) =>
  isKnown(finding, view()) && (pattern === undefined || patternOf(finding) === pattern)

const chart = candleChart(elementById("chart", HTMLElement), data, view())
const hover = hoverCard(elementById("hover-card", HTMLElement))
const lists = {
  detections: findingList(elementById("detections", HTMLElement), ofKind.detections, texts.time, select),
  "near-misses": findingList(elementById("near-misses", HTMLElement), ofKind["near-misses"], texts.time, select)
}

const update = () => {
  chart.draw(view())
  for (const name of ["detections", "near-misses"] as const) {
    const count = lists[name].show(isWanted, selected)
    elementById(`${name}-count`, HTMLElement).textContent = count.toLocaleString("en-US")
    const note = elementById(`${name}-note`, HTMLElement)
    note.hidden = count > 0
    note.textContent = count > 0 ? "" : emptyNote(name, ofKind, data, { pattern, timeOf: texts.time })
  }
  const known = ofKind.detections.filter((finding) => isKnown(finding, view())).length
  showPosition({
    candle: shown + 1,
    candles: candles.length,
    time: candles.length === 0 ? "" : texts.time(shown),
    known,
    detections: ofKind.detections.length
  })
  showReadout(undefined)
}

const showCard = () =>
  elementById("card", HTMLElement).replaceChildren(
    ...(selected === undefined
      ? [element("p", { class: "note" }, "Choose a finding to see its drawing, its rule scores and its metadata.")]
      : findingCard(selected, texts))
  )

const mark = () => {
  marked = ofKind[openTab]
    .filter((finding) => pattern === undefined || patternOf(finding) === pattern)
    .toSorted((one, other) => one.at - other.at)
}

function select(finding: Finding | undefined): void {
  const isNew = finding !== selected
  selected = finding
  if (isNew) showCard()
  update()
  if (finding !== undefined) chart.reveal(...extentOf(finding))
}

const extentOf = (finding: Finding): readonly [number, number] => {
  const [first, last] = annotatedTimes(finding) ?? []
  const indexes = [first, last].flatMap((time) => (time === undefined ? [] : [firstAtOrAfter(candles, time)]))
  return [Math.min(finding.at, ...indexes), Math.max(finding.known, ...indexes)]
}

const showReadout = (pointedAt: number | undefined) => {
  const index = pointedAt ?? shown
  const candle = candles[index]
  if (candle === undefined) return
  elementById("readout", HTMLElement).replaceChildren(...readout(candle, texts.time(index), texts.price))
}

/** Stepping on to the candle that confirms a finding chooses it. */
const go = (candle: number) => {
  const previous = shown
  shown = candle
  const news = candle === previous + 1 ? marked.find(({ known }) => known === candle) : undefined
  const chosen = news ?? (selected !== undefined && selected.known > candle ? undefined : selected)
  hovered = undefined
  hover.hide()
  if (chosen !== selected) {
    selected = chosen
    showCard()
  }
  update()
}

const findingAt = ({ key }: Pointed) => (key === undefined ? undefined : marked.find((finding) => finding.key === key))

const chooseNext = (step: 1 | -1) => {
  const choice = ofKind[openTab].filter(isWanted)
  const current = selected === undefined ? -1 : choice.indexOf(selected)
  const next = current < 0 ? (step === 1 ? 0 : choice.length - 1) : current + step
  const finding = choice[next]
  if (finding !== undefined) select(finding)
}

const showAll = () => chart.show(0, shown)

fillPageHead(data, texts.time)
const steps = stepper(candles.length, go)
patternChoice(data.detector.emits, (chosen) => {
  pattern = chosen
  mark()
  if (selected !== undefined && !isWanted(selected)) select(undefined)
  else update()
})
const open = tabs((name) => {
  openTab = name
  mark()
  if (selected !== undefined && !ofKind[name].includes(selected)) select(undefined)
  else update()
})
chart.onPoint((place) => {
  showReadout(place.candle)
  const finding = findingAt(place)
  if (finding === hovered) return
  hovered = finding
  if (finding === undefined) hover.hide()
  else if (finding === selected) hover.hide()
  else hover.show(findingCard(finding, texts), place.x, place.y)
  chart.draw(view())
})
chart.onClick((place) => {
  const finding = findingAt(place)
  if (finding !== undefined) select(finding)
})
elementById("show-all", HTMLButtonElement).addEventListener("click", showAll)
onKeys({
  ArrowLeft: ({ shiftKey }) => steps.step(shiftKey ? -10 : -1),
  ArrowRight: ({ shiftKey }) => steps.step(shiftKey ? 10 : 1),
  Home: () => steps.goTo(0),
  End: () => steps.goTo(candles.length - 1),
  " ": () => steps.togglePlay(),
  ArrowUp: () => chooseNext(-1),
  ArrowDown: () => chooseNext(1),
  Escape: () => select(undefined),
  f: showAll,
  "?": () => elementById("help", HTMLElement).togglePopover()
})

showCard()
open("detections")
/** A chart of many candles opens at the latest detection. */
const end = Math.min((ofKind.detections.at(-1)?.known ?? shown) + 40, shown)
chart.show(candles.length <= 300 ? 0 : Math.max(0, end - 150), end)

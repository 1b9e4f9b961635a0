import { element, elementById } from "./element.ts"
import type { PageData } from "./PageData.ts"

/** Fills in what the page says of the detector, its settings and the candles. */
export const fillPageHead = (data: PageData, timeOf: (candle: number) => string): void => {
  const { candles, detector } = data
  const text = (id: string, words: string) => elementById(id, HTMLElement).append(words)
  text("detector", detector.name)
  text("version", `@${detector.version}`)
  text("summary", detector.summary)
  const span = candles.length === 0 ? "none" : `${timeOf(0)} – ${timeOf(candles.length - 1)} UTC`
  const facts: ReadonlyArray<readonly [string, string, string]> = [
    ["Symbol", data.symbol, data.source],
    ["Interval", data.interval, ""],
    ["Candles", count(candles.length), span],
    ["Detections", count(data.detections.length), ""],
    ["Near misses", count(data.nearMisses.length), ""]
  ]
  elementById("facts", HTMLElement).append(
    ...facts.map(([name, value, detail]) =>
      element("div", detail === "" ? {} : { title: detail }, element("dt", {}, name), element("dd", {}, value))
    )
  )
  const settings: ReadonlyArray<readonly [string, string]> = [
    ["Finds", detector.emits.join(", ")],
    ["History", `${count(detector.history)} candles`],
    ["Warm-up", `${count(detector.warmUp)} candles`],
    ["Source", data.source],
    ["Candles", span]
  ]
  elementById("about", HTMLElement).append(
    ...settings.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])
  )
  const { params } = detector
  text("params", typeof params === "string" ? params : (JSON.stringify(params, undefined, 2) ?? "none"))
}

const count = (number: number): string => number.toLocaleString("en-US")

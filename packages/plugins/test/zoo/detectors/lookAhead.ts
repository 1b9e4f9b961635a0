import { noMatch } from "@mjolnir/core"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf, rises } from "../detectorWith.ts"
import { market } from "../market.ts"

export const negativeAge: BadDetector = {
  bad: "Looks ahead through the window: reads the candle of age −1",
  caughtBy: ["C05"],
  make: () =>
    detectorWith({
      name: "negative-age",
      detect: (window) => (window.close(-1) > window.close(0) ? [matchOf(window)] : noMatch)
    })
}

export const closureOverAllData: BadDetector = {
  bad: "Looks ahead through a closure over all data: finds the candle after the newest one by its time",
  caughtBy: ["C02", "C03", "C04"],
  make: () =>
    detectorWith({
      name: "closure-over-all-data",
      detect: (window) => {
        const next = market.find(({ time }) => time > window.time(0))
        return next !== undefined && next.close > window.close(0) ? [matchOf(window)] : noMatch
      }
    })
}

export const higherIntervalMerge: BadDetector = {
  bad: "Looks ahead through a higher interval: merges a table of hours by their start, so that a running hour is known to its end",
  caughtBy: ["C04"],
  make: () => {
    const closeOfHour = new Map(market.map(({ close, time }) => [hourOf(time), close]))
    return detectorWith({
      name: "higher-interval-merge",
      detect: (window) => {
        const close = closeOfHour.get(hourOf(window.time(0))) ?? Number.NaN
        return close > window.close(0) ? [matchOf(window)] : noMatch
      }
    })
  }
}

export const higherIntervalOnDemand: BadDetector = {
  bad: "Looks ahead through a higher interval that it rolls up itself, from all minutes of the running hour",
  caughtBy: ["C02", "C03", "C04"],
  make: () =>
    detectorWith({
      name: "higher-interval-on-demand",
      detect: (window) => {
        const close = market.findLast(({ time }) => hourOf(time) === hourOf(window.time(0)))?.close ?? Number.NaN
        return close > window.close(0) ? [matchOf(window)] : noMatch
      }
    })
}

export const normalisedByAllData: BadDetector = {
  bad: "Looks ahead through a statistic: compares with the mean price of all data",
  caughtBy: ["C02", "C03"],
  make: () =>
    detectorWith({
      name: "normalised-by-all-data",
      detect: (window) => {
        const mean = market.reduce((sum, { close }) => sum + close, 0) / market.length
        return rises(window) && window.close(0) > mean ? [matchOf(window)] : noMatch
      }
    })
}

export const closureByCallNumber: BadDetector = {
  bad: "Looks ahead through a closure over all data, in which it finds its place by counting its calls",
  caughtBy: ["C01"],
  make: () => {
    const closes = market.map(({ close }) => close)
    let calls = 0
    return detectorWith({
      name: "closure-by-call-number",
      history: 1,
      detect: (window) => ((closes[++calls] ?? Number.NaN) > window.close(0) ? [matchOf(window)] : noMatch)
    })
  }
}

const hourOf = (time: number): number => Math.floor(time / 3_600_000)

import type { Detection, EpochMillis } from "@mjolnir/core"

import { directionStyles, directionText } from "../output/directions.ts"
import { painter } from "../output/painter.ts"
import { plural } from "../output/plural.ts"
import { utcMinute } from "../output/utcText.ts"
import type { DemoPlay } from "./DemoPlay.ts"
import type { PatternTally } from "./DemoTally.ts"
import { longestPatternName } from "./plantedPatterns.ts"

/** Where the demo can be looked at. */
export interface DemoPlaces {
  /** Where probes and metrics are served. */
  readonly httpUrl: string
  readonly brokerUrl: string
}

/** What the demo says when it is over. */
export interface DemoResult {
  readonly marketMillis: number
  readonly wallMillis: number
  readonly ticks: number
  readonly candles: number
  readonly patterns: ReadonlyArray<PatternTally>
  readonly forming: number
}

/** The demo's words and tables, at most 80 columns wide. */
export const demoReport = ({ opening, port, seconds, seed, speed, symbols }: DemoPlay, isColored: boolean) => {
  const paint = painter(isColored)
  const symbolWidth = Math.max("SYMBOL".length, ...symbols.map(({ length }) => length))
  const row = (time: string, symbol: string, pattern: string, rest: ReadonlyArray<string>) =>
    [time.padEnd(timeWidth), symbol.padEnd(symbolWidth), pattern.padEnd(longestPatternName), ...rest].join("  ")

  return {
    introduction: ({ brokerUrl, httpUrl }: DemoPlaces): string => {
      const isPortTaken = port !== 0 && !httpUrl.endsWith(`:${port}`)
      return [
        `${paint("bold", "Mjolnir demo")}: ${countOf(symbols.length, "simulated stock")} at ${speed} × real time, seed ${seed}`,
        "",
        `  ${paint("dim", "metrics")}  ${httpUrl}/metrics, and /health /ready /startup`,
        ...(isPortTaken ? [`           port ${port} is taken, so this is a free one`] : []),
        `  ${paint("dim", "broker")}   ${brokerUrl}, topics stock:${symbols[0]} ... and pattern_detection`,
        `  ${paint("dim", "market")}   opens on ${utcMinute(opening).replace(" ", " at ")} UTC; ${endOf(seconds)}`
      ].join("\n")
    },

    heading: `\n${paint("bold", row("MARKET TIME", "SYMBOL", "PATTERN", ["DIRECTION", "CONF.", "   PRICE", "ORIGIN"]))}`,

    detection: (detection: Detection, isPlanted: boolean): string => {
      const { confidence, confirmedAt, direction, pattern, symbol, triggerPrice } = detection
      return row(utcMinute(confirmedAt).slice("2025-".length), symbol, pattern, [
        paint(directionStyles[direction], directionText(direction).padEnd("DIRECTION".length)),
        confidence.toFixed(2).padStart("CONF.".length),
        triggerPrice.toFixed(2).padStart(priceWidth),
        isPlanted ? paint("green", "✓ planted") : paint("dim", "on its own")
      ])
    },

    status: (marketTime: EpochMillis, ticks: number, candles: number): string =>
      paint(
        "dim",
        `${utcMinute(marketTime).slice("2025-".length)}  ${countOf(ticks, "tick")}, ${countOf(candles, "candle")}`
      ),

    summary: (result: DemoResult): string => {
      const total = result.patterns.reduce(
        (sum, each) => ({
          pattern: "TOTAL",
          detected: sum.detected + each.detected,
          planted: sum.planted + each.planted,
          found: sum.found + each.found
        }),
        { pattern: "TOTAL", detected: 0, planted: 0, found: 0 }
      )
      const figures = (pattern: string, figures: ReadonlyArray<string>) =>
        `${pattern.padEnd(longestPatternName)}${figures.map((figure) => figure.padStart(12)).join("")}`
      const line = ({ pattern, planted, found, detected }: PatternTally) =>
        figures(pattern, [planted, found, detected - found].map(String))
      const isAllFound = total.found === total.planted
      return [
        "",
        `${lengthOf(result.marketMillis)} of market time in ${(result.wallMillis / 1_000).toFixed(1)} s: ${countOf(result.ticks, "tick")}, ${countOf(result.candles, "candle")}, ${countOf(total.detected, "detection")}`,
        "",
        paint("bold", figures("PATTERN", ["PLANTED", "FOUND", "ON ITS OWN"])),
        ...result.patterns.map(line),
        paint("bold", line(total)),
        "",
        `${paint(isAllFound ? "green" : "red", `found ${total.found} of ${total.planted} planted`)}; still forming: ${result.forming}`
      ].join("\n")
    }
  }
}

const timeWidth = "07-23 13:30".length
const priceWidth = "   PRICE".length

const endOf = (seconds: number | undefined): string =>
  seconds === undefined ? "Ctrl-C ends it" : `ends after ${countOf(seconds, "second")}`

const countOf = (count: number, thing: string): string => `${count.toLocaleString("en-US")} ${plural(count, thing)}`

/** `1 h 20 min`, `20 min` or `30 s`: the two greatest units that are not 0. */
const lengthOf = (millis: number): string => {
  const seconds = Math.round(millis / 1_000)
  const parts = [
    { amount: Math.floor(seconds / 3_600), unit: "h" },
    { amount: Math.floor((seconds % 3_600) / 60), unit: "min" },
    { amount: seconds % 60, unit: "s" }
  ].filter(({ amount }) => amount > 0)
  return parts.length === 0
    ? "0 s"
    : parts
        .slice(0, 2)
        .map(({ amount, unit }) => `${amount} ${unit}`)
        .join(" ")
}

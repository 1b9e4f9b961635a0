import { builtInPlugins } from "@mjolnir/plugins"

import { median } from "../median.ts"
import { minuteWalk } from "../minuteWalk.ts"
import { measureIdleBytes } from "./idleBytes.ts"
import { detectorAlone, inPipeline } from "./ownStreams.ts"
import { candlestickPackage, type PatternPeer, technicalIndicators } from "./PatternPeer.ts"
import { type Stream, streamingRate, type StreamingRate } from "./streamingRate.ts"

/** `npm run bench:patterns [-- --json]`: how fast the pattern library is, beside what else npm has, in one run. */
const asJson = process.argv.includes("--json")
const rounds = 5
const peerWindow = 50
const candles = minuteWalk(200_000, 1)
// Peers are slower; their rate does not depend on how many candles there are.
const fewCandles = candles.slice(0, 10_000)

const pluginNamed = (name: string) => {
  const plugin = builtInPlugins.find((each) => each.name === name)
  if (plugin === undefined) throw new Error(`there is no built-in plugin ${name}`)
  return plugin
}
const candlestick = pluginNamed("candlestick")
const [everyCandlestick] = candlestick.detectors
if (everyCandlestick === undefined) throw new Error("the candlestick plugin has no detector")
const library = ["classic", "candlestick", "chart", "harmonic"].map(pluginNamed)

interface Contender {
  readonly name: string
  readonly patterns: number
  readonly candles: typeof candles
  readonly start: () => Stream
}

const peer = ({ name, patterns, start, version }: PatternPeer): Contender => ({
  name: `${name} ${version}, window of ${peerWindow}`,
  patterns,
  candles: fewCandles,
  start: () => start(peerWindow)
})

const patternsOf = (plugins: ReadonlyArray<(typeof library)[number]>): number =>
  plugins.flatMap(({ detectors }) => detectors.flatMap(({ emits }) => emits)).length

const peers = [technicalIndicators(), candlestickPackage()].map(peer)
const alone: Contender = {
  name: "candlestick detector",
  patterns: everyCandlestick.emits.length,
  candles,
  start: () => detectorAlone(everyCandlestick)
}
const plugins = library.map((plugin): Contender => ({
  name: `${plugin.name} plugin in the pipeline`,
  patterns: patternsOf([plugin]),
  candles,
  start: () => inPipeline([plugin])
}))
const whole: Contender = {
  name: "the whole library in the pipeline",
  patterns: patternsOf(library),
  candles,
  start: () => inPipeline(library)
}
const contenders = [...peers, alone, ...plugins, whole]

// They take turns, so that all have the same share of what else the machine does.
const measured = new Map(contenders.map((contender) => [contender, new Array<StreamingRate>()]))
for (let round = 0; round <= rounds; round++) {
  for (const contender of contenders) {
    const rate = streamingRate(contender.start(), contender.candles)
    if (round > 0) measured.get(contender)?.push(rate)
  }
}
const rateOf = (contender: Contender): number =>
  median((measured.get(contender) ?? []).map(({ candlesPerSecond }) => candlesPerSecond))
const foundBy = (contender: Contender): number => measured.get(contender)?.[0]?.patternsPerCandle ?? Number.NaN

const bestPeer = Math.max(...peers.map(rateOf))
const timesFaster = rateOf(alone) / bestPeer
const idle = await measureIdleBytes()

if (asJson) {
  console.log(
    JSON.stringify({
      candlesPerSecond: Object.fromEntries(contenders.map((each) => [each.name, Math.round(rateOf(each))])),
      timesFasterThanBestPeer: timesFaster,
      bytesPerIdleCandle: idle
    })
  )
} else {
  const row = (name: string, patterns: string, rate: string, found: string) =>
    console.log(`${name.padEnd(46)}${patterns.padStart(9)}${rate.padStart(12)}${found.padStart(14)}`)
  row("one core, one candle after the other", "patterns", "candles/s", "found/candle")
  for (const each of contenders) {
    row(each.name, String(each.patterns), Math.round(rateOf(each)).toLocaleString("en"), foundBy(each).toFixed(2))
  }
  console.log(`\nThe candlestick detector is ${timesFaster.toFixed(0)} times as fast as the best package.`)
  console.log("\nHeap bytes per candle while nothing matches, with features and guards")
  for (const [name, bytes] of Object.entries(idle)) console.log(`  ${name.padEnd(44)}${bytes.toFixed(2).padStart(9)}`)
}

import type { Candle, Plugin } from "@mjolnir/core"
import { minuteWalk } from "@mjolnir/core/testing"
import { builtInPlugins } from "@mjolnir/plugins"

import { detectorAlone, inPipeline } from "./ownStreams.ts"
import { candlestickPackage, type PatternPeer, technicalIndicators } from "./PatternPeer.ts"
import type { Stream } from "./streamingRate.ts"

/** Something that finds patterns, and the candles on which its speed is measured. */
export interface Contender {
  readonly name: string
  readonly patterns: number
  readonly candles: ReadonlyArray<Candle>
  readonly start: () => Stream
}

const candles = minuteWalk(1, 200_000)
// Peers are slower; their rate does not depend on how many candles there are.
const fewCandles = candles.slice(0, 10_000)
const peerWindow = 50

const peer = ({ name, patterns, start, version }: PatternPeer): Contender => ({
  name: `${name} ${version}, window of ${peerWindow}`,
  patterns,
  candles: fewCandles,
  start: () => start(peerWindow)
})

const library = builtInPlugins.filter(({ detectors }) => detectors.length > 0)

const together = (name: string, plugins: ReadonlyArray<Plugin>): Contender => ({
  name: `${name} in the pipeline`,
  patterns: plugins.flatMap(({ detectors }) => detectors.flatMap(({ emits }) => emits)).length,
  candles,
  start: () => inPipeline(plugins)
})

const candlestickDetector = () => {
  const found = library.flatMap(({ detectors }) => detectors).find(({ name }) => name === "candlestick")
  if (found === undefined) throw new Error("there is no detector of candlestick patterns")
  return found
}

/** The packages of npm. */
export const peers: ReadonlyArray<Contender> = [technicalIndicators(), candlestickPackage()].map(peer)

/** The one that is to be held against them: it finds what they find, one candle after the other. */
export const alone: Contender = {
  name: "candlestick detector",
  patterns: candlestickDetector().emits.length,
  candles,
  start: () => detectorAlone(candlestickDetector())
}

/** The library as it is used: each plugin, and all of them. */
export const ownPlugins: ReadonlyArray<Contender> = [
  ...library.map((plugin) => together(`${plugin.name} plugin`, [plugin])),
  together("the whole library", library)
]

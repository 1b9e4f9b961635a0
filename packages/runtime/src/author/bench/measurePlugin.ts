import type { Detector } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect } from "effect"

import { defaultPlugin } from "../../plugins/defaultPlugin.ts"
import { chosenDetectors } from "../chosenDetectors.ts"
import { type DetectorSettings, detectorSettings } from "../detectorSettings.ts"
import { loadAlone } from "../loadAlone.ts"
import type { BenchInput } from "./BenchInput.ts"
import { benchMarket } from "./benchMarket.ts"
import { type Cost, CostMeter } from "./CostMeter.ts"
import { NothingToMeasure } from "./NothingToMeasure.ts"

/** What detectors cost, measured in one run. */
export interface Bench {
  readonly plugin: string
  readonly candles: number
  readonly symbols: number
  readonly source: string
  /** The fold without any detector, which is a part of every other figure. */
  readonly fold: Cost
  readonly detectors: ReadonlyArray<Cost>
  /** The plugin is the classic one itself. */
  readonly isClassic: boolean
  /** The detectors of the classic plugin, to compare with. */
  readonly classic: ReadonlyArray<Cost>
}

/** Measures every detector of a plugin alone, and the classic ones beside them. */
export const measurePlugin = Effect.fnUntraced(function* (input: BenchInput, tell: (progress: string) => void) {
  const loaded = yield* loadAlone(input.plugin)
  const chosen = yield* Effect.fromResult(chosenDetectors(loaded, input.detector))
  const detectors = chosen.filter(({ on }) => on === "candle")
  if (detectors.length === 0) return yield* new NothingToMeasure({ plugin: input.plugin })
  const settings = yield* detectorSettings(loaded, chosen, input.settings)
  const market = benchMarket(input)
  const meters = (detectors: ReadonlyArray<Detector>, settings: DetectorSettings) =>
    Effect.forEach(detectors, (detector) => Effect.fromResult(CostMeter.make(detector, settings, market)))
  const fold = yield* Effect.fromResult(CostMeter.make(undefined, noSettings, market))
  const own = yield* meters(detectors, settings)
  const classicDetectors = builtInPlugins.find(({ name }) => name === defaultPlugin)?.detectors ?? []
  const classic = loaded.name === defaultPlugin ? undefined : yield* meters(classicDetectors, noSettings)
  measureByTurns([fold, ...own, ...(classic ?? [])], tell)
  const bench: Bench = {
    plugin: loaded.name,
    candles: market.candles,
    symbols: input.symbols,
    source: market.source,
    fold: fold.cost,
    detectors: own.map(({ cost }) => cost),
    isClassic: classic === undefined,
    classic: (classic ?? own).map(({ cost }) => cost)
  }
  return bench
})

/** All are warmed up before the first is measured, and all take turns, so that none has a better moment than the others. */
const measureByTurns = (meters: ReadonlyArray<CostMeter>, tell: (progress: string) => void): void => {
  for (const meter of meters) meter.warmUp()
  for (let round = 1; round <= rounds; round++) {
    for (const meter of meters) {
      tell(`round ${round} of ${rounds}: ${meter.name}`)
      meter.measure()
    }
  }
}

const rounds = 5

const noSettings: DetectorSettings = { params: {}, filters: {} }

import { StockSymbol } from "@mjolnir/core"

/** The first `count` of the demo's stocks: fictitious names, then numbered ones. */
export const demoSymbols = (count: number): ReadonlyArray<StockSymbol> =>
  Array.from({ length: count }, (_, index) => StockSymbol.make(names[index] ?? `SIM${index + 1}`))

const names = [
  "HUGIN",
  "MUNIN",
  "FENRI",
  "SLEIP",
  "YMIRA",
  "SKADI",
  "EMBLA",
  "JOTUN",
  "VANIR",
  "ASGRD",
  "BIFRO",
  "NORNS",
  "BALDR",
  "HEIMD",
  "FREYA",
  "TYRSO",
  "IDUNN",
  "RAGNA",
  "VIDAR",
  "GRIMN"
]

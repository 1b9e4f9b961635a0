import type { Candle } from "@mjolnir/core"

/** How many decimals the prices of these candles need: all that they have, as far as they can be told apart. */
export const priceDecimals = (candles: ReadonlyArray<Candle>): number => {
  const every = Math.ceil(candles.length / sampleSize)
  const prices = candles
    .filter((_, index) => index % every === 0)
    .flatMap(({ open, high, low, close }) => [open, high, low, close])
  const highest = prices.reduce((one, other) => Math.max(one, Math.abs(other)), 0)
  if (highest === 0) return 2
  const magnitude = Math.floor(Math.log10(highest))
  const most = Math.min(Math.max(2, significant - magnitude), 12)
  const used = prices.reduce((one, other) => Math.max(one, decimalsOf(other)), 0)
  return Math.min(most, Math.max(used, magnitude < 4 ? 2 : 0))
}

/** Writes prices with that many decimals, thousands set apart. */
export const priceTextOf = (decimals: number): ((price: number) => string) => {
  const format = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return (price) => format.format(price)
}

/** A figure of unknown kind, to six significant digits. */
export const figureText = (value: number): string => figures.format(value)

/** A number of shares, shortened to thousands or millions. */
export const volumeText = (volume: number): string => volumes.format(volume)

const decimalsOf = (price: number): number => {
  const [, decimals = ""] = Number(price.toPrecision(10)).toFixed(12).split(".")
  return decimals.replace(/0+$/, "").length
}

/** Digits after the first that a price is read with. */
const significant = 5
const sampleSize = 2_000
const figures = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 })
const volumes = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 2 })

import type { Candle } from "@mjolnir/core"

import { element } from "./element.ts"
import { figureText, volumeText } from "./priceText.ts"

/** The figures of a candle in one line; `price` writes prices and `time` is that of the candle. */
export const readout = (candle: Candle, time: string, price: (price: number) => string): ReadonlyArray<HTMLElement> => {
  const { close, gap, high, low, open, partial, volume } = candle
  const change = open === 0 ? 0 : ((close - open) / open) * 100
  const named = (name: string, text: string) => element("span", {}, element("abbr", {}, name), ` ${text}`)
  return [
    element("time", {}, time),
    named("O", price(open)),
    named("H", price(high)),
    named("L", price(low)),
    named("C", price(close)),
    element(
      "span",
      { class: close >= open ? "up" : "down" },
      `${change >= 0 ? "+" : "−"}${Math.abs(change).toFixed(2)} %`
    ),
    named("V", volumeText(volume)),
    ...(partial ? [element("span", { class: "remark" }, "partial")] : []),
    ...(gap > 0
      ? [element("span", { class: "remark" }, `after ${figureText(gap)} empty ${gap === 1 ? "interval" : "intervals"}`)]
      : [])
  ]
}

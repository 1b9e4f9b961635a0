import type { Candle, Interval, StockSymbol } from "@mjolnir/core"
import { Console, Effect, Option, Schema, Stream } from "effect"

import { type BadCandleFile, CandleFile } from "../offline/CandleFile.ts"
import { CandleOrder } from "../offline/CandleOrder.ts"
import { foldLines } from "../offline/foldLines.ts"
import { inputName } from "../offline/inputBytes.ts"
import { OutputBuffer } from "../offline/OutputBuffer.ts"
import type { CandleSeries } from "./CandleSeries.ts"

/** What the flags say of the candles. */
export interface CandleChoice {
  readonly candles: Option.Option<string>
  readonly symbol: Option.Option<StockSymbol>
  readonly interval: Interval
}

/** A file of candles holds none of those that are asked for. */
export class NoCandles extends Schema.TaggedError<NoCandles>()("NoCandles", {
  /** The input as messages call it. */
  input: Schema.String,
  symbol: Schema.UndefinedOr(Schema.String)
}) {
  override get message() {
    return this.symbol === undefined
      ? `${this.input}: it holds no candle; expected CSV with a header or JSONL, as mjolnir detect --help says`
      : `${this.input}: it holds no candle of ${this.symbol}; leave --symbol out, or give a file that has some`
  }
}

/**
 * The candles of one symbol in the file that the flags name, undefined where they name none. Of a file of several symbols it
 * is the first one unless a flag says which.
 */
export const readCandleSeries = Effect.fnUntraced(function* (choice: CandleChoice) {
  if (Option.isNone(choice.candles)) return undefined
  const path = choice.candles.value
  const symbol = Option.getOrUndefined(choice.symbol)
  const output = new OutputBuffer()
  const found = new Map<StockSymbol, Array<Candle>>()
  const file = new CandleFile(path, {
    interval: choice.interval,
    symbol,
    order: new CandleOrder(),
    onCandle: (symbol, candle) => {
      const candles = found.get(symbol)
      if (candles === undefined) found.set(symbol, [candle])
      else candles.push(candle)
    },
    onNote: output.note.bind(output)
  })
  yield* Stream.runDrain(foldLines<BadCandleFile>(path, output, (line) => file.onLine(line)))
  const [first, ...others] = found
  const input = inputName(path)
  if (first === undefined) return yield* new NoCandles({ input, symbol })
  const [taken, candles] = first
  if (others.length > 0) {
    const left = others.length === 1 ? String(others[0]?.[0]) : `${others.length} others`
    yield* Console.error(
      `mjolnir: ${input}: of its symbols only ${taken} is looked at, not ${left}; choose with --symbol`
    )
  }
  const series: CandleSeries = { symbol: taken, interval: choice.interval, source: input, candles }
  return series
})

import { CandleBuilder, type CandleSettings } from "../candles/CandleBuilder.ts"
import type { CandleState } from "../candles/CandleState.ts"
import type { Candle } from "../domain/Candle.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import { decodeFrame, type IncomingFrame } from "../wire/decodeFrame.ts"
import { type FrameCounts, type FrameOutcome, noFrames } from "../wire/FrameOutcome.ts"
import { TickScanner } from "../wire/TickScanner.ts"
import { longestPackedSymbol, SymbolTable } from "./SymbolTable.ts"

/** Is told the closed candles. Called within `onFrame` and `closeUpTo`; must not throw. */
export type CandleListener = (symbol: StockSymbol, candle: Candle) => void

/**
 * The first half of the fold: frames in, closed candles out, every frame counted under one outcome. Plain code without
 * clock or I/O, meant to run inside the socket's callback.
 *
 * @example
 * const ingest = new FrameIngest(defaultCandleSettings, (symbol, candle) => closed.push(candle))
 * ingest.watch(symbol)
 * ingest.onFrame(bytes) // => "accepted"
 * ingest.closeUpTo(marketTime)
 */
export class FrameIngest {
  readonly counts: FrameCounts = noFrames()
  /** Time of the newest accepted tick of the connection, -Infinity before the first. */
  newestTickTime = Number.NEGATIVE_INFINITY
  /** Ticks dated after this are refused as `time_ahead`. */
  refuseAfter = Number.POSITIVE_INFINITY

  readonly #settings: CandleSettings
  readonly #onCandle: CandleListener
  readonly #builders = new SymbolTable<CandleBuilder>()
  readonly #scanner = new TickScanner()
  #hasCoverage = false

  constructor(settings: CandleSettings, onCandle: CandleListener) {
    this.#settings = settings
    this.#onCandle = onCandle
  }

  /**
   * Watches a symbol from now on: a candle that has begun is partial. `marketTime` is now, if that is known better than
   * from the newest tick.
   */
  watch(symbol: StockSymbol, marketTime = Number.NEGATIVE_INFINITY): void {
    if (this.#builders.get(symbol) !== undefined) return
    const builder = new CandleBuilder(this.#settings, (candle) => this.#onCandle(symbol, candle))
    builder.coverFrom(this.#hasCoverage ? Math.max(this.newestTickTime, marketTime) : Number.POSITIVE_INFINITY)
    this.#builders.set(symbol, builder)
  }

  /** Forgets a symbol and says how many open candles of it are lost. */
  unwatch(symbol: StockSymbol): number {
    const open = this.#builders.get(symbol)?.openCandles().length ?? 0
    this.#builders.delete(symbol)
    return open
  }

  /** Counts a frame that is not looked at because the service is stopping. */
  refuse(): void {
    this.counts.refused++
  }

  /** Takes one frame and counts it. */
  onFrame(bytes: Uint8Array): FrameOutcome {
    const outcome = this.#scanner.scan(bytes) ? this.#takeScanned(bytes) : this.#takeDecoded(bytes)
    this.counts[outcome]++
    return outcome
  }

  /** Closes the candles whose grace is over at `marketTime`. */
  closeUpTo(marketTime: number): void {
    for (const builder of this.#builders.values()) builder.closeUpTo(marketTime)
  }

  /** Says that the connection was lost: open candles are partial, and so are those open at the next tick. */
  loseCoverage(): void {
    this.#hasCoverage = false
    this.newestTickTime = Number.NEGATIVE_INFINITY
    for (const builder of this.#builders.values()) builder.loseCoverage()
  }

  /** The candles still open, in order of the watchlist and of time. */
  *openCandles(): Generator<readonly [StockSymbol, Candle]> {
    for (const [symbol, builder] of this.#builders.entries()) {
      for (const candle of builder.openCandles()) yield [symbol, candle]
    }
  }

  #takeScanned(bytes: Uint8Array): FrameOutcome {
    const { symbolStart, symbolEnd, symbolLow, symbolHigh, time, price, volume, hasCandleState } = this.#scanner
    const isLong = symbolEnd - symbolStart > longestPackedSymbol
    const builder = isLong
      ? this.#builders.get(decoder.decode(bytes.subarray(symbolStart, symbolEnd)))
      : this.#builders.find(symbolLow, symbolHigh)
    if (builder === undefined) return "unwatched"
    if (hasCandleState && (!this.#hasCoverage || builder.wantsState(time))) return this.#takeDecoded(bytes)
    return this.#add(builder, time, price, volume, undefined)
  }

  #takeDecoded(bytes: Uint8Array): FrameOutcome {
    const frame = decodeFrame(decoder.decode(bytes))
    switch (frame._tag) {
      case "Tick":
        return this.#takeTick(frame)
      case "BrokerReply":
        return frame.reply.type === "error" ? "broker_error" : frame.reply.type
      case "Pattern":
        return "pattern"
      case "Rejected":
        return frame.reason
    }
  }

  #takeTick({ tick, candleState }: Extract<IncomingFrame, { _tag: "Tick" }>): FrameOutcome {
    const builder = this.#builders.get(tick.symbol)
    if (builder === undefined) return "unwatched"
    return this.#add(builder, tick.time, tick.price, tick.volume ?? Number.NaN, candleState)
  }

  #add(
    builder: CandleBuilder,
    time: number,
    price: number,
    volume: number,
    candleState: CandleState | undefined
  ): FrameOutcome {
    if (time > this.refuseAfter) return "time_ahead"
    if (!this.#hasCoverage) this.#coverFrom(time)
    if (!builder.add(time, price, volume)) {
      // A late tick that comes first does not say from when on ticks are complete.
      if (this.newestTickTime === Number.NEGATIVE_INFINITY) this.loseCoverage()
      return "late"
    }
    if (candleState !== undefined) builder.complete(candleState, time)
    if (time > this.newestTickTime) this.newestTickTime = time
    return "accepted"
  }

  /** The first tick of a connection says from when on ticks are complete. */
  #coverFrom(time: number): void {
    this.#hasCoverage = true
    for (const builder of this.#builders.values()) builder.coverFrom(time)
  }
}

/** Keeps a byte order mark, which makes a frame that is not JSON. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

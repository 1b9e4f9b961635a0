import { CandleBuilder, type CandleSettings } from "../candles/CandleBuilder.ts"
import type { CandleState } from "../candles/CandleState.ts"
import type { Candle } from "../domain/Candle.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { Tick } from "../domain/Tick.ts"
import { decodeFrame } from "../wire/decodeFrame.ts"
import { type FrameCounts, type FrameOutcome, noFrames } from "../wire/FrameOutcome.ts"
import { TickScanner } from "../wire/TickScanner.ts"
import type { FeedDecoder } from "./FeedDecoder.ts"
import { FollowedCandleBuilder } from "./FollowedCandleBuilder.ts"
import { longestPackedSymbol, SymbolTable } from "./SymbolTable.ts"

/** Is told the closed candles. Called within `onFrame` and `closeUpTo`; must not throw. */
export type CandleListener = (symbol: StockSymbol, candle: Candle) => void

/**
 * The first half of the fold: frames in, closed candles out, every frame counted under one outcome. Plain code without
 * clock or I/O, meant to run inside the socket's callback.
 *
 * Frames are those of the built-in protocol unless there is a decoder, that of a feed plugin. A plugin's frame may hold
 * several ticks: it is accepted when one of them is, and otherwise has the outcome of its first.
 *
 * @example
 * const ingest = new FrameIngest(defaultCandleSettings, (symbol, candle) => closed.push(candle))
 * ingest.watch(symbol)
 * ingest.onFrame(bytes) // => "accepted"
 * ingest.closeUpTo(marketTime)
 */
export class FrameIngest {
  readonly counts: FrameCounts = noFrames()
  /** The ticks in the frames of a feed plugin by outcome, each tick under one; all 0 for the built-in protocol. */
  readonly feedTicks: FrameCounts = noFrames()
  /** Time of the newest accepted tick of the connection, -Infinity before the first. */
  newestTickTime = Number.NEGATIVE_INFINITY
  /** Ticks dated after this are refused as `time_ahead`. */
  refuseAfter = Number.POSITIVE_INFINITY

  readonly #settings: CandleSettings
  readonly #onCandle: CandleListener
  readonly #builders = new SymbolTable<CandleBuilder>()
  readonly #followed = new Map<StockSymbol, FollowedCandleBuilder>()
  readonly #scanner = new TickScanner()
  readonly #feed: FeedDecoder | undefined
  #hasCoverage = false

  constructor(settings: CandleSettings, onCandle: CandleListener, feed?: FeedDecoder) {
    this.#settings = settings
    this.#onCandle = onCandle
    this.#feed = feed
  }

  /** Ticks that went into a candle. */
  get acceptedTicks(): number {
    return this.#feed === undefined ? this.counts.accepted : this.feedTicks.accepted
  }

  /**
   * Watches a symbol from now on: a candle that has begun is partial. `marketTime` is now, if that is known better than
   * from the newest tick. The forming candle of a symbol that is followed can be taken.
   */
  watch(symbol: StockSymbol, marketTime = Number.NEGATIVE_INFINITY, isFollowed = false): void {
    if (this.#builders.get(symbol) !== undefined) return
    const onClosed = (candle: Candle): void => this.#onCandle(symbol, candle)
    const builder = isFollowed ? this.#follow(symbol, onClosed) : new CandleBuilder(this.#settings, onClosed)
    builder.coverFrom(this.#hasCoverage ? Math.max(this.newestTickTime, marketTime) : Number.POSITIVE_INFINITY)
    this.#builders.set(symbol, builder)
  }

  /** Forgets a symbol and says how many open candles of it are lost. */
  unwatch(symbol: StockSymbol): number {
    const open = this.#builders.get(symbol)?.openCandles().length ?? 0
    this.#builders.delete(symbol)
    this.#followed.delete(symbol)
    return open
  }

  /** Counts a frame that is not looked at because the service is stopping. */
  refuse(): void {
    this.counts.refused++
  }

  /** Takes one frame and counts it. */
  onFrame(bytes: Uint8Array): FrameOutcome {
    const outcome =
      this.#feed !== undefined
        ? this.#takeFromFeed(this.#feed, bytes)
        : this.#scanner.scan(bytes)
          ? this.#takeScanned(bytes)
          : this.#takeDecoded(bytes)
    this.counts[outcome]++
    return outcome
  }

  /** Closes the candles whose grace is over at `marketTime`. */
  closeUpTo(marketTime: number): void {
    for (const builder of this.#builders.values()) builder.closeUpTo(marketTime)
  }

  /** Hands out the forming candle of each followed symbol that has had ticks since the last time. */
  takeForming(onForming: (symbol: StockSymbol, forming: FormingCandle) => void): void {
    for (const [symbol, builder] of this.#followed) {
      const forming = builder.takeForming()
      if (forming !== undefined) onForming(symbol, forming)
    }
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

  #follow(symbol: StockSymbol, onClosed: (candle: Candle) => void): CandleBuilder {
    const builder = new FollowedCandleBuilder(this.#settings, onClosed)
    this.#followed.set(symbol, builder)
    return builder
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
        return this.#takeTick(frame.tick, frame.candleState)
      case "BrokerReply":
        return frame.reply.type === "error" ? "broker_error" : frame.reply.type
      case "Pattern":
        return "pattern"
      case "Rejected":
        return frame.reason
    }
  }

  #takeFromFeed(feed: FeedDecoder, bytes: Uint8Array): FrameOutcome {
    const ticks = feed.decode(decoder.decode(bytes))
    if (typeof ticks === "string") return ticks
    let frameOutcome: FrameOutcome | undefined
    for (const tick of ticks) {
      const outcome = typeof tick === "string" ? tick : this.#takeTick(tick, undefined)
      this.feedTicks[outcome]++
      if (frameOutcome === undefined || outcome === "accepted") frameOutcome = outcome
    }
    return frameOutcome ?? "ignored"
  }

  #takeTick(tick: Tick, candleState: CandleState | undefined): FrameOutcome {
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

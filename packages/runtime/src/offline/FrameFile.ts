import { intervalMillis, type StockSymbol } from "@mjolnir/core"
import type { CandleSettings } from "@mjolnir/core/candles"
import { type CandleListener, FrameIngest } from "@mjolnir/core/ingest"

/**
 * Reads a file of raw frames, one per line: the bytes of a line go into the ingest as they are. There is no clock
 * offline: market time is the time of the newest tick.
 *
 * @example
 * const frames = new FrameFile(watchlist, defaultCandleSettings, onCandle)
 * for (const line of lines) frames.onLine(line)
 * frames.closeAll()
 */
export class FrameFile {
  readonly ingest: FrameIngest
  /** Frames so far. */
  frames = 0
  readonly #settings: CandleSettings
  /** Market time at which the next candle can be over. */
  #nextClose = Number.NEGATIVE_INFINITY

  constructor(watchlist: Iterable<StockSymbol>, settings: CandleSettings, onCandle: CandleListener) {
    this.#settings = settings
    this.ingest = new FrameIngest(settings, onCandle)
    for (const symbol of watchlist) this.ingest.watch(symbol)
  }

  /** Takes the next frame. No frame ends the reading, which `undefined` says to `foldLines`. */
  onLine(line: Uint8Array): undefined {
    this.ingest.onFrame(line)
    this.frames++
    const marketTime = this.ingest.newestTickTime
    if (marketTime >= this.#nextClose) this.#closeUpTo(marketTime)
  }

  /** Lets market time run on after the last frame: closes what is open. */
  closeAll(): void {
    this.ingest.closeUpTo(Number.POSITIVE_INFINITY)
  }

  #closeUpTo(marketTime: number): void {
    const { graceMillis, interval } = this.#settings
    const length = intervalMillis[interval]
    this.ingest.closeUpTo(marketTime)
    this.#nextClose = (Math.floor((marketTime - graceMillis) / length) + 1) * length + graceMillis
  }
}

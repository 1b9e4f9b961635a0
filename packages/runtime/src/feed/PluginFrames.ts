import type { ConfiguredFeed, StockSymbol } from "@mjolnir/core"

import { PartProblem } from "../parts/PartProblem.ts"

/** The frames that a feed plugin wants to be sent. A plugin that throws or gives something else is reported. */
export class PluginFrames {
  readonly #feed: ConfiguredFeed
  readonly #report: (complaint: string) => void

  constructor(feed: ConfiguredFeed, report: (complaint: string) => void) {
    this.#feed = feed
    this.#report = report
  }

  /** True when the plugin sends nothing unasked. */
  get mustSubscribe(): boolean {
    return this.#feed.subscribe !== undefined
  }

  /** The frames that open a conversation; undefined when there is no telling. */
  greeting(): ReadonlyArray<string> | undefined {
    return this.#guarded("greet", () => {
      const frames: unknown = this.#feed.greet()
      if (!Array.isArray(frames)) throw new TypeError("it gave something that is not an array of frames")
      return frames.map(textOf)
    })
  }

  /** The frame for a symbol; undefined when there is none. */
  subscription(type: "subscribe" | "unsubscribe", symbol: StockSymbol): string | undefined {
    const frameOf = this.#feed[type]
    return frameOf === undefined ? undefined : this.#guarded(`${type} ${symbol}`, () => textOf(frameOf(symbol)))
  }

  #guarded<Frames>(doing: string, ask: () => Frames): Frames | undefined {
    try {
      return ask()
    } catch (cause) {
      this.#report(`The feed ${this.#feed.id} cannot ${doing}: ${PartProblem.of(cause).message}`)
      return undefined
    }
  }
}

const textOf = (frame: unknown): string => {
  if (typeof frame !== "string") throw new TypeError("it gave a frame that is not a text")
  return frame
}

import type { Tick } from "../domain/Tick.ts"
import { thrown } from "../pipeline/thrown.ts"
import type { ConfiguredFeed, FeedFrame } from "../plugin/defineFeed.ts"
import type { FrameOutcome, RejectReason } from "../wire/FrameOutcome.ts"
import { checkTick } from "./checkTick.ts"

/**
 * Decodes frames by a feed plugin and trusts it in nothing: a plugin that throws or gives something invalid costs the
 * frame, a tick that cannot be one costs that tick.
 *
 * @example
 * const feed = new FeedDecoder(configuredFeed)
 * const ingest = new FrameIngest(defaultCandleSettings, onCandle, feed)
 * if (ingest.onFrame(bytes) === "feed_fault") report(feed.problem)
 */
export class FeedDecoder {
  readonly feed: ConfiguredFeed
  /** What was wrong with the last frame that was rejected or a fault of the plugin, in words. */
  problem = ""

  constructor(feed: ConfiguredFeed) {
    this.feed = feed
  }

  /** The ticks of a frame in their order, each checked or the reason why it is none; or why there are no ticks at all. */
  decode(text: string): ReadonlyArray<Tick | RejectReason> | NoTicks {
    try {
      return this.#understand(this.feed.decode(text))
    } catch (cause) {
      return this.#fault(thrown(cause))
    }
  }

  /** Whoever wrote the plugin may not have asked the compiler. */
  #understand(frame: FeedFrame): ReadonlyArray<Tick | RejectReason> | NoTicks {
    switch (frame._tag) {
      case "Ticks": {
        const ticks: unknown = frame.ticks
        if (!Array.isArray(ticks)) return this.#fault("gave ticks that are not in an array")
        if (ticks.length > mostTicks) return this.#fault(`gave ${ticks.length} ticks for one frame`)
        return Array.from(ticks, checkTick)
      }
      case "Ignored":
        return "ignored"
      case "Rejected":
        this.problem = String(frame.problem).slice(0, longestProblem)
        return "rejected"
      default:
        return this.#fault("gave something that is neither Ticks, Ignored nor Rejected")
    }
  }

  #fault(problem: string): NoTicks {
    this.problem = problem.slice(0, longestProblem)
    return "feed_fault"
  }
}

/** What a frame of a feed plugin is when it has no ticks. */
type NoTicks = Extract<FrameOutcome, "ignored" | "rejected" | "feed_fault">

/** More ticks in one frame are a flood. */
const mostTicks = 100_000
/** Characters of a problem that are worth a place in the log. */
const longestProblem = 500

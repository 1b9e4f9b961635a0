import { Result } from "effect"

import { FeedDecoder } from "../../ingest/FeedDecoder.ts"
import type { Feed } from "../../plugin/defineFeed.ts"
import type { RejectReason } from "../../wire/FrameOutcome.ts"
import type { TickFields } from "../ticks/TickFields.ts"
import { PartFailed } from "./PartFailed.ts"
import type { PartOptions } from "./RunOptions.ts"

/** What a frame of a feed amounts to for a host. */
export type DecodedFrame =
  /** In the place of a tick that a host refuses is the outcome under which it counts it, such as `bad_price`. */
  | { readonly _tag: "Ticks"; readonly ticks: ReadonlyArray<TickFields | RejectReason> }
  | { readonly _tag: "Ignored" }
  | { readonly _tag: "Rejected"; readonly problem: string }

/**
 * What each of the frames amounts to, decoded by a feed and checked as a host checks it.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws PartFailed at the first frame at which it throws or gives what a host does not take.
 *
 * @example
 * assert.deepStrictEqual(framesOf(csvTicks, ["AAPL,1753277400000,10.5", "AAPL,1753277400000,0", ""]), [
 *   { _tag: "Ticks", ticks: [{ symbol: "AAPL", time: 1753277400000, price: 10.5 }] },
 *   { _tag: "Ticks", ticks: ["bad_price"] },
 *   { _tag: "Ignored" }
 * ])
 */
export const framesOf = (
  feed: Feed,
  frames: ReadonlyArray<string>,
  { settings = {} }: PartOptions = {}
): ReadonlyArray<DecodedFrame> => {
  const configured = Result.getOrThrow(feed.configure(settings))
  const decoder = new FeedDecoder(configured)
  return frames.map((frame, index): DecodedFrame => {
    const decoded = decoder.decode(frame)
    if (typeof decoded !== "string") return { _tag: "Ticks", ticks: decoded }
    if (decoded === "ignored") return { _tag: "Ignored" }
    if (decoded === "rejected") return { _tag: "Rejected", problem: decoder.problem }
    const at = `frame ${index + 1} of ${frames.length}`
    throw new PartFailed({ kind: "feed", part: configured.id, at, problem: decoder.problem })
  })
}

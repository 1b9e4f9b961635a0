import { type BrokerReply, decodeFrame, type FrameOutcome } from "@mjolnir/core/wire"
import { Deferred, Effect } from "effect"

/** What is known of the broker at the other end of a connection. */
export class Broker {
  /** It sent an `info` message. */
  hasGreeted = false
  /** Frames received on this connection. */
  frames = 0
  /** What it said first: a greeting, or a tick that nobody asked for. */
  readonly firstWord = Deferred.makeUnsafe<"greeting" | "tick">()

  /** Takes note of a frame. Plain code, called inside the socket's callback. */
  heard(outcome: FrameOutcome): void {
    this.frames++
    if (outcome === "info") this.hasGreeted = true
    if (Deferred.isDoneUnsafe(this.firstWord)) return
    const word = outcome === "info" ? "greeting" : tickOutcomes.has(outcome) ? "tick" : undefined
    if (word !== undefined) Deferred.doneUnsafe(this.firstWord, Effect.succeed(word))
  }

  /**
   * Takes note of a frame that is not looked at otherwise, because the service is stopping: a greeting, which comes first,
   * still says in which form to publish what is left.
   */
  heardWhileStopping(bytes: Uint8Array): void {
    this.heard(this.frames === 0 && isGreeting(bytes) ? "info" : "refused")
  }
}

/** What the broker complained about in a frame that is its error reply. */
export const complaintIn = (bytes: Uint8Array): string => {
  const message = replyIn(bytes)?.message
  if (message === undefined) return "no message"
  return typeof message === "string" ? message.slice(0, longestComplaint) : "something that is not a text"
}

/** Characters of a complaint that are worth a place in the log. */
const longestComplaint = 500

const isGreeting = (bytes: Uint8Array): boolean => replyIn(bytes)?.type === "info"

const replyIn = (bytes: Uint8Array): BrokerReply | undefined => {
  const frame = decodeFrame(new TextDecoder().decode(bytes))
  return frame._tag === "BrokerReply" ? frame.reply : undefined
}

const tickOutcomes: ReadonlySet<FrameOutcome> = new Set(["accepted", "late", "time_ahead", "unwatched"])

import { decodeFrame, type FrameOutcome } from "@mjolnir/core/wire"
import { Deferred, Effect } from "effect"

/** What is known of the broker at the other end of a connection. */
export class Broker {
  /** It sent an `info` message. */
  hasGreeted = false
  /** Frames received on this connection. */
  frames = 0
  /** What it said first: a greeting, or a tick that nobody asked for. */
  readonly firstWord = Deferred.makeUnsafe<"greeting" | "tick">()
  #hasSpoken = false

  /** Takes note of a frame. Plain code, called inside the socket's callback. */
  heard(outcome: FrameOutcome): void {
    this.frames++
    if (outcome === "info") this.hasGreeted = true
    if (this.#hasSpoken) return
    const word = outcome === "info" ? "greeting" : tickOutcomes.has(outcome) ? "tick" : undefined
    if (word === undefined) return
    this.#hasSpoken = true
    Deferred.doneUnsafe(this.firstWord, Effect.succeed(word))
  }
}

/** Whether a frame is the broker's greeting. */
export const isGreeting = (bytes: Uint8Array): boolean => {
  const frame = decodeFrame(new TextDecoder().decode(bytes))
  return frame._tag === "BrokerReply" && frame.reply.type === "info"
}

/** What the broker complained about in a frame that is its error reply. */
export const complaintIn = (bytes: Uint8Array): string => {
  const frame = decodeFrame(new TextDecoder().decode(bytes))
  return frame._tag === "BrokerReply" ? String(frame.reply.message ?? "no message") : "no message"
}

const tickOutcomes: ReadonlySet<FrameOutcome> = new Set(["accepted", "late", "time_ahead", "unwatched"])

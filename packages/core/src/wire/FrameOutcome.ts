import { Record } from "effect"

/**
 * What becomes of a frame, with what it means. Every frame has exactly one outcome, and the counts of the outcomes add
 * up to the number of frames.
 */
export const frameOutcomes = {
  accepted: "a tick that went into a candle",
  late: "a tick whose candle had closed",
  time_ahead: "a tick dated too far ahead of the clock",
  unwatched: "a tick of a symbol that is not watched",
  refused: "not looked at, because the service was stopping",
  info: "the broker's greeting or another note of it",
  ack_subscribe: "the broker confirmed a subscription",
  ack_unsubscribe: "the broker confirmed an unsubscription",
  broker_error: "the broker answered with an error",
  pattern: "somebody's published pattern",
  unknown_form: "a JSON object of no documented form",
  not_json: "not JSON",
  not_an_object: "JSON, but not an object",
  no_data: "an envelope without data",
  no_symbol: "a tick without ticker",
  no_time: "a tick without timestamp",
  no_price: "a tick without price",
  bad_symbol: "a tick with a ticker that is not a symbol",
  absurd_time: "a tick dated before 2000 or after 2099",
  bad_price: "a tick with a price that is not above 0 and finite",
  bad_volume: "a tick with a volume below 0, not finite or beyond reason",
  wrong_type: "a tick with a field of the wrong type",
  ignored: "a frame without ticks, says the feed plugin",
  rejected: "not what should come, says the feed plugin",
  feed_fault: "the feed plugin threw or gave something invalid"
} as const

export type FrameOutcome = keyof typeof frameOutcomes

/** Every outcome, in the order of the table. */
export const allFrameOutcomes: ReadonlyArray<FrameOutcome> = Record.keys(frameOutcomes)

/** The outcomes that mean that a frame could not be understood. */
export type RejectReason = Extract<
  FrameOutcome,
  | "unknown_form"
  | "not_json"
  | "not_an_object"
  | "no_data"
  | "no_symbol"
  | "no_time"
  | "no_price"
  | "bad_symbol"
  | "absurd_time"
  | "bad_price"
  | "bad_volume"
  | "wrong_type"
>

/** Frames by outcome. */
export type FrameCounts = { [Outcome in FrameOutcome]: number }

/** No frame yet. */
export const noFrames = (): FrameCounts => Record.map(frameOutcomes, () => 0)

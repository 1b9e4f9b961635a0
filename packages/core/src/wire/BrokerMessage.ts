import { Schema } from "effect"

import type { StockSymbol } from "../domain/StockSymbol.ts"

/** What the broker says about the connection: a greeting, a confirmation or a complaint. */
export const BrokerReply = Schema.Struct({
  type: Schema.Literals(["info", "ack_subscribe", "ack_unsubscribe", "error"]),
  topic: Schema.optionalKey(Schema.Unknown),
  message: Schema.optionalKey(Schema.Unknown)
})
export type BrokerReply = typeof BrokerReply.Type

/** What Mjolnir asks of the broker. */
export const SubscriptionRequest = Schema.Struct({
  type: Schema.Literals(["subscribe", "unsubscribe"]),
  topic: Schema.String
})
export type SubscriptionRequest = typeof SubscriptionRequest.Type

/** The topic on which the ticks of a stock are published. */
export const stockTopic = (symbol: StockSymbol): string => `${stockTopicPrefix}${symbol}`

/** What the topics of ticks begin with; the symbol is the rest. */
export const stockTopicPrefix = "stock:"

/** The topic on which detections are published. */
export const patternTopic = "pattern_detection"

/** The frame that asks for the ticks of a stock, or no longer wants them. */
export const subscriptionFrame = (type: SubscriptionRequest["type"], symbol: StockSymbol): string =>
  JSON.stringify({ type, topic: stockTopic(symbol) } satisfies SubscriptionRequest)

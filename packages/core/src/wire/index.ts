export {
  BrokerReply,
  patternTopic,
  stockTopic,
  stockTopicPrefix,
  subscriptionFrame,
  SubscriptionRequest
} from "./BrokerMessage.ts"
export { decodeFrame, type IncomingFrame } from "./decodeFrame.ts"
export { type FrameCounts, type FrameOutcome, frameOutcomes, noFrames, type RejectReason } from "./FrameOutcome.ts"
export { EnvelopeData, FlatTick, Sync, WireCandleState } from "./TickFrames.ts"
export { TickScanner } from "./TickScanner.ts"
export { millisFromWire, WireTime } from "./wireTime.ts"
export {
  AlertLevel,
  DocumentedDetection,
  documentedDetection,
  messageSource,
  RelayedDetection,
  relayedDetection
} from "./DetectionMessages.ts"

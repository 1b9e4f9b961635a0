export { FeedDecoder } from "./FeedDecoder.ts"
export { type CandleListener, FrameIngest } from "./FrameIngest.ts"
export { MarketTime } from "./MarketTime.ts"

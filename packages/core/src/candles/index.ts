export { CandleBuilder, type CandleSettings, defaultCandleSettings } from "./CandleBuilder.ts"
export { CandleRing } from "./CandleRing.ts"

export { CandleBuilder, type CandleSettings, defaultCandleSettings } from "./CandleBuilder.ts"
export { CandleRing } from "./CandleRing.ts"
export { CandleRollup } from "./CandleRollup.ts"

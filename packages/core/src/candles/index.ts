export { CandleBuilder, type CandleSettings, type CandleState, defaultCandleSettings } from "./CandleBuilder.ts"
export { CandleRing } from "./CandleRing.ts"
export type { CandleWindow } from "./CandleWindow.ts"

import type { Candle } from "../../domain/Candle.ts"
import type { FormingCandle } from "../../domain/FormingCandle.ts"

/** What a pipeline is given: a candle that has closed, or the one that forms as it stands. */
export type MarketStep = Candle | FormingCandle

export const isForming = (step: MarketStep): step is FormingCandle => "last" in step

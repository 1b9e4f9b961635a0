import type { PipelineSettings } from "../../pipeline/PipelinePlan.ts"

/** How a part is run under test. */
export interface PartOptions {
  /** As in a settings file, to be decoded by the params of the part; `{}` when left out, which gives the defaults. */
  readonly settings?: unknown
}

/** How a fold of candles is run under test. */
export interface FoldOptions extends Pick<PipelineSettings, "interval" | "calendar"> {
  /** `TEST` when left out. */
  readonly symbol?: string
  /** Saves everything before each candle and goes on in a new fold, as a host does that is restarted. */
  readonly restarts?: boolean
}

/** How a detector is run under test. */
export interface DetectorOptions
  extends PartOptions, FoldOptions, Pick<PipelineSettings, "lookback" | "annotates" | "explains"> {}

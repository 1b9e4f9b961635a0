import { Schema } from "effect"

/** Shares of a detector's time budget: what a call takes on average, and the most that one has taken. 1 is all of it. */
const BudgetUse = Schema.Struct({ average: Schema.Finite, most: Schema.Finite })

/** The last thing that went wrong. */
const LastError = Schema.Struct({
  problem: Schema.String,
  symbol: Schema.NullOr(Schema.String),
  /** ISO-8601: close of the candle for a detector, the clock's for a thread. */
  time: Schema.String
})

const DetectorAnswer = Schema.Struct({
  /** `name@version`. */
  id: Schema.String,
  state: Schema.Literals(["running", "suspended"]),
  /** Symbols for which it is not called at present. */
  suspended_symbols: Schema.Int,
  calls: Schema.Int,
  detections: Schema.Int,
  faults: Schema.Int,
  /** Calls that took longer than the budget. */
  over_budget: Schema.Int,
  budget_use: Schema.NullOr(BudgetUse),
  last_error: Schema.NullOr(LastError)
})

/** What is said of a plugin. */
export const PluginAnswer = Schema.Struct({
  name: Schema.String,
  version: Schema.NullOr(Schema.String),
  /** What the operator wrote for it: a name or a path. */
  source: Schema.String,
  isolation: Schema.Literals(["inline", "worker"]),
  /**
   * `degraded`: some detector is suspended, at least for some symbol. `suspended`: none of its detectors is called for a
   * while. `restarting`: its thread is on its way. `refused`: it could not be loaded. `stopped`: it is called no more.
   */
  state: Schema.Literals(["running", "degraded", "suspended", "restarting", "refused", "stopped"]),
  /** Why it does not run. */
  problem: Schema.NullOr(Schema.String),
  /** Of the thread of a plugin in a worker; `closed` for the others. */
  breaker: Schema.Literals(["closed", "open", "half_open"]),
  /** Times that its thread ended. */
  crashes: Schema.Int,
  calls: Schema.Int,
  detections: Schema.Int,
  faults: Schema.Int,
  suspended_symbols: Schema.Int,
  budget_use: Schema.NullOr(BudgetUse),
  last_error: Schema.NullOr(LastError),
  detectors: Schema.Array(DetectorAnswer)
})
export type PluginAnswer = typeof PluginAnswer.Type

/** What `GET /api/v1/plugins` answers. */
export const PluginsAnswer = Schema.Struct({ plugins: Schema.Array(PluginAnswer) })
export type PluginsAnswer = typeof PluginsAnswer.Type

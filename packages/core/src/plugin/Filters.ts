import type { Session } from "../domain/Session.ts"

/** When the host need not call a detector at all. What is left out does not filter. */
export interface Filters {
  /** Symbols to look at; `*` stands for any characters and `?` for one: `["AAPL", "BRK.*"]`. */
  readonly symbols?: ReadonlyArray<string>
  /** Parts of the trading day in which the newest candle must begin. */
  readonly sessions?: ReadonlyArray<Session>
  /** Shares that the newest candle must have at least. */
  readonly minimumVolume?: number
}

/** True when one of the patterns stands for the symbol. */
export const matchesSymbol = (patterns: ReadonlyArray<string>, symbol: string): boolean =>
  patterns.some((pattern) => globExpression(pattern).test(symbol))

const globExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("\\*", ".*")
      .replaceAll("\\?", ".")}$`
  )

import { Session } from "../domain/Session.ts"
import { InvalidDefinition } from "./identity.ts"

/** When the host need not call a detector at all. What is left out does not filter. */
export interface Filters {
  /** Symbols to look at; `*` stands for any characters and `?` for one: `["AAPL", "BRK.*"]`. */
  readonly symbols?: ReadonlyArray<string>
  /** Parts of the trading day in which the newest candle must begin. */
  readonly sessions?: ReadonlyArray<Session>
  /** Shares that the newest candle must have at least. */
  readonly minimumVolume?: number
}

/** Throws {@link InvalidDefinition} unless a filter is what its type says, as it may not be in JavaScript. */
export const checkFilters = (part: string, { minimumVolume, sessions, symbols }: Filters): void => {
  const refuse = (problem: string, expected: string) => {
    throw new InvalidDefinition({ part, problem, expected })
  }
  if (symbols !== undefined && !(Array.isArray(symbols) && symbols.every((symbol) => typeof symbol === "string"))) {
    refuse("filters.symbols is no list of texts", 'a list such as ["AAPL", "BRK.*"]')
  }
  const stranger = sessions?.find((session) => !Session.literals.includes(session))
  if (stranger !== undefined) {
    refuse(`filters.sessions has ${JSON.stringify(stranger)}`, `some of ${Session.literals.join(", ")}`)
  }
  if (minimumVolume !== undefined && !(Number.isFinite(minimumVolume) && minimumVolume >= 0)) {
    refuse(`filters.minimumVolume is ${String(minimumVolume)}`, "shares, 0 or more")
  }
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

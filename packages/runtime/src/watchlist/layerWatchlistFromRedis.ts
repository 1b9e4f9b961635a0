import { isStockSymbol, type StockSymbol } from "@mjolnir/core"
import { AppConfig, Metrics, Redis, type RedisError, Watchlist, type WatchlistState } from "@mjolnir/core/services"
import { Duration, Effect, Layer, Schedule, SubscriptionRef } from "effect"

import { counted } from "../output/plural.ts"

/**
 * The watchlist that the keys `<STOCK_LIST_KEY>:<symbol>` spell, read anew every `STOCK_REFRESH_INTERVAL`. While Redis
 * cannot be read the last list stays.
 */
export const layerWatchlistFromRedis: Layer.Layer<Watchlist, never, Redis | AppConfig | Metrics> = Layer.effect(
  Watchlist,
  Effect.gen(function* () {
    const { redis: settings } = yield* AppConfig
    const redis = yield* Redis
    const metrics = yield* Metrics
    const ref = yield* SubscriptionRef.make<WatchlistState>({ _tag: "NotLoaded" })
    const prefix = `${settings.stockListKey}:`
    let isConnected = false
    let complaint: string | undefined
    let badNames = ""
    let emptyReads = 0
    metrics.read("watchlist_loaded", () => (SubscriptionRef.getUnsafe(ref)._tag === "Loaded" ? 1 : 0))
    metrics.read("redis_connected", () => (isConnected ? 1 : 0))

    const update = Effect.fnUntraced(function* (keys: ReadonlyArray<string>) {
      const names = keys.map((key) => key.slice(prefix.length))
      yield* nameBadKeys(names.filter((name) => !isStockSymbol(name)))
      const symbols = new Set(names.filter(isStockSymbol).sort())
      const before = yield* SubscriptionRef.get(ref)
      emptyReads = symbols.size === 0 ? emptyReads + 1 : 0
      if (emptyReads === 1 && isSuddenlyEmpty(before)) {
        return yield* Effect.logWarning(`Redis has no key ${prefix}* any more; the last list stays until the next look`)
      }
      const change = changeBetween(before, symbols)
      if (change === undefined) return
      yield* symbols.size === 0
        ? Effect.logWarning(`Watchlist: no key ${prefix}* in Redis, so nothing is watched${change}`)
        : Effect.logInfo(`Watchlist: ${counted(symbols.size, "symbol")}${change}`)
      yield* SubscriptionRef.set(ref, { _tag: "Loaded", symbols })
    })

    const nameBadKeys = Effect.fnUntraced(function* (names: ReadonlyArray<string>) {
      const found = listed(names.map((name) => JSON.stringify(name)))
      if (found === badNames) return
      badNames = found
      if (found !== "") yield* Effect.logWarning(`Redis keys that name no stock symbol: ${found}`)
    })

    /** The same complaint is logged once, for a Redis that is away is asked again and again. */
    const complain = Effect.fnUntraced(function* ({ message }: RedisError) {
      metrics.count("errors_total", { kind: "redis" })
      isConnected = false
      if (message === complaint) return
      complaint = message
      const { _tag } = yield* SubscriptionRef.get(ref)
      yield* Effect.logWarning(
        `Cannot read the watchlist${_tag === "Loaded" ? ", the last one stays" : ""}. ${message}`
      )
    })

    const noteAnswer = Effect.suspend(() => {
      const wasAway = complaint !== undefined
      isConnected = true
      complaint = undefined
      return wasAway ? Effect.logInfo("Redis answers again") : Effect.void
    })

    const refresh = redis
      .keysWithPrefix(prefix)
      .pipe(Effect.tap(noteAnswer), Effect.flatMap(update), Effect.catch(complain))
    /** Until the first success the list is tried every second: nothing works without it. */
    const firstLoad = refresh.pipe(
      Effect.andThen(SubscriptionRef.get(ref)),
      Effect.repeat({
        schedule: Schedule.spaced(Duration.min(settings.refreshEvery, Duration.seconds(1))),
        while: (state) => state._tag === "NotLoaded"
      })
    )
    yield* firstLoad.pipe(
      Effect.andThen(Effect.sleep(settings.refreshEvery)),
      Effect.andThen(Effect.repeat(refresh, Schedule.spaced(settings.refreshEvery))),
      Effect.forkScoped
    )
    return Watchlist.fromRef(ref)
  })
)

/**
 * Whether an empty answer is to be doubted: a Redis that was started anew without its data looks as if everybody had
 * removed everything at once.
 */
const isSuddenlyEmpty = (before: WatchlistState): boolean => before._tag === "Loaded" && before.symbols.size >= 10

/** What changed, in words; undefined when nothing did. */
const changeBetween = (before: WatchlistState, after: ReadonlySet<StockSymbol>): string | undefined => {
  if (before._tag === "NotLoaded") return ""
  const added = [...after.difference(before.symbols)]
  const removed = [...before.symbols.difference(after)]
  if (added.length === 0 && removed.length === 0) return undefined
  return [
    added.length > 0 ? `, added ${listed(added)}` : "",
    removed.length > 0 ? `, removed ${listed(removed)}` : ""
  ].join("")
}

const listed = (names: ReadonlyArray<string>): string =>
  names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`

import { isStockSymbol, type StockSymbol } from "@mjolnir/core"
import { AppConfig, Metrics, Redis, type RedisError, Watchlist, type WatchlistState } from "@mjolnir/core/services"
import { Duration, Effect, Layer, Schedule, SubscriptionRef } from "effect"

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
    let isLoaded = false
    let complaint: string | undefined
    metrics.read("watchlist_loaded", () => (isLoaded ? 1 : 0))
    metrics.read("redis_connected", () => (isConnected ? 1 : 0))

    const update = Effect.fnUntraced(function* (keys: ReadonlyArray<string>) {
      const names = keys.map((key) => key.slice(prefix.length))
      const symbols = new Set(names.filter(isStockSymbol).sort())
      const before = yield* SubscriptionRef.get(ref)
      const change = changeBetween(before, symbols)
      if (change === undefined) return
      const badNames = names.filter((name) => !isStockSymbol(name))
      if (badNames.length > 0) yield* Effect.logWarning(`Redis keys that name no stock symbol: ${listed(badNames)}`)
      yield* Effect.logInfo(`Watchlist: ${symbols.size} symbols${change}`)
      yield* SubscriptionRef.set(ref, { _tag: "Loaded", symbols })
      isLoaded = true
    })

    /** The same complaint is logged once, for a Redis that is away is asked again and again. */
    const complain = Effect.fnUntraced(function* ({ message }: RedisError) {
      metrics.count("errors_total", { kind: "redis" })
      isConnected = false
      if (message === complaint) return
      complaint = message
      yield* Effect.logWarning(`Cannot read the watchlist${isLoaded ? ", the last one stays" : ""}. ${message}`)
    })

    const refresh = redis.keysWithPrefix(prefix).pipe(
      Effect.tap(() =>
        Effect.sync(() => {
          isConnected = true
          complaint = undefined
        })
      ),
      Effect.flatMap(update),
      Effect.catch(complain)
    )
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

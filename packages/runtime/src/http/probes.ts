import { AppConfig, PluginRegistry, type PluginReport, Watchlist } from "@mjolnir/core/services"
import { Duration, Effect } from "effect"

import { MarketFeed } from "../feed/MarketFeed.ts"
import { Lifecycle } from "../lifecycle/Lifecycle.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"

/** One thing that a probe looks at. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
  /** Something is amiss that does not keep the rest from working. */
  readonly degraded?: true
}

/** What a probe answers: it passes when all of its checks do, if need be degraded. */
export interface ProbeReport {
  readonly status: "ok" | "degraded" | "failing"
  readonly checks: ReadonlyArray<Check>
}

/**
 * `/health`: the process works. A lost broker or Redis is no reason to restart it, for a restart would not bring them
 * back; that the answer comes at all says that the event loop turns.
 */
export const health = Effect.map(Lifecycle, (lifecycle) =>
  reportOf([{ name: "process", ok: true, detail: lifecycle.phase() }])
)

/** `/startup`: configuration, plugins and all parts are up. */
export const startup = Effect.map(Lifecycle, (lifecycle) => {
  const phase = lifecycle.phase()
  return reportOf([{ name: "started", ok: phase !== "starting", detail: phase }])
})

/**
 * `/ready`: the WebSocket is open, ticks are fresh, the watchlist has been loaded, some plugin can detect something, and
 * the service is not going down. A plugin that does not run degrades it.
 */
export const ready = Effect.gen(function* () {
  const { operation } = yield* AppConfig
  const lifecycle = yield* Lifecycle
  const feed = yield* MarketFeed
  const supervisor = yield* Supervisor
  const plugins = yield* PluginRegistry
  const watchlist = yield* (yield* Watchlist).state
  const phase = lifecycle.phase()
  const isLoaded = watchlist._tag === "Loaded"
  return reportOf([
    { name: "running", ok: phase === "running", detail: phase },
    { name: "websocket", ok: feed.isConnected(), detail: feed.isConnected() ? "connected" : "not connected" },
    {
      name: "watchlist",
      ok: isLoaded,
      detail: isLoaded ? `${watchlist.symbols.size} symbols` : "not loaded yet"
    },
    pluginsCheck(plugins.reports()),
    freshness(supervisor.tickAge(), isLoaded && watchlist.symbols.size === 0, operation.staleAfter)
  ])
})

const freshness = (tickAge: number | undefined, nothingWatched: boolean, staleAfter: Duration.Duration): Check => {
  if (nothingWatched) return { name: "ticks", ok: true, detail: "none expected: no symbol is watched" }
  if (tickAge === undefined) return { name: "ticks", ok: false, detail: "none accepted yet" }
  const ok = tickAge <= Duration.toMillis(staleAfter)
  return { name: "ticks", ok, detail: `the last was accepted ${(tickAge / 1_000).toFixed(1)} s ago` }
}

const pluginsCheck = (reports: ReadonlyArray<PluginReport>): Check => {
  const running = reports.filter(({ state }) => state === "running" || state === "restarting")
  const detail = reports.map(({ name, problem, state }) => problem ?? `${name} ${state}`).join("; ")
  if (running.every(({ parts }) => parts.detectors.length === 0)) {
    return { name: "plugins", ok: false, detail: `no detector runs: ${detail}` }
  }
  const isWhole = reports.every(({ state }) => state === "running")
  return { name: "plugins", ok: true, detail, ...(isWhole ? {} : { degraded: true }) }
}

const reportOf = (checks: ReadonlyArray<Check>): ProbeReport => ({
  status: checks.some(({ ok }) => !ok) ? "failing" : checks.some(({ degraded }) => degraded) ? "degraded" : "ok",
  checks
})

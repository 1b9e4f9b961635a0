import type { Candle, FormingCandle, StockSymbol } from "@mjolnir/core"
import type { BreakerState } from "@mjolnir/core/pipeline"
import type { Metrics } from "@mjolnir/core/services"
import { Cause, Clock, Deferred, Duration, Effect, type Scope } from "effect"

import { counted } from "../output/plural.ts"
import type { LoadedPlugin } from "../plugins/LoadedPlugin.ts"
import type { StepDelivery } from "../supervisor/StepDelivery.ts"
import { CrashRecord } from "./CrashRecord.ts"
import { FiguresOverTime } from "./FiguresOverTime.ts"
import { defaultIsolationLimits, type IsolationLimits } from "./isolationLimits.ts"
import type { DetectorFigures, FromThread, IsolatedSettings } from "./messages.ts"
import { openThread, type PluginThread, type ThreadEnd } from "./openThread.ts"
import { crashAt, crashAtStart, type PluginCrash } from "./PluginCrash.ts"
import { WorkQueue } from "./WorkQueue.ts"

/** A plugin that is to run in a worker, and how. */
export interface IsolatedPlan {
  readonly plugin: Pick<LoadedPlugin, "name" | "source" | "parts">
  readonly settings: IsolatedSettings
  readonly limits?: Partial<IsolationLimits>
}

/** How the thread of a plugin does. */
export interface IsolationReport {
  /** `starting` until the thread can take candles; `suspended` after crashes in a row. */
  readonly state: "starting" | "running" | "restarting" | "suspended"
  readonly breaker: BreakerState
  /** Times that the thread ended. */
  readonly crashes: number
  /** Time is in epoch milliseconds. */
  readonly lastCrash:
    | { readonly problem: string; readonly symbol: string | undefined; readonly time: number }
    | undefined
  readonly detectors: ReadonlyArray<DetectorFigures>
  /** What one call of a detector may take, in milliseconds. */
  readonly callMillis: number
}

/**
 * A plugin in a thread of its own, which is killed when it hangs or takes too much memory and started again. `run` is
 * its fibre. All else is plain code that never waits: whatever the plugin does, candles can be offered.
 */
export class IsolatedPlugin {
  readonly name: string
  /** True when it looks at forming candles. */
  readonly followsTicks: boolean
  /** Ids of its detectors, as its manifest says. */
  readonly detectors: ReadonlyArray<string>
  readonly #plan: IsolatedPlan
  readonly #limits: IsolationLimits
  readonly #metrics: Metrics["Service"]
  readonly #delivery: StepDelivery
  readonly #queue: WorkQueue
  readonly #crashes = new CrashRecord()
  readonly #figures = new FiguresOverTime()
  #state: IsolationReport["state"] = "starting"
  /** Those that the thread has, in its order. */
  #running: ReadonlyArray<string> = []
  /** Undefined while there is none that can take candles. */
  #thread: PluginThread | undefined
  #isSendingPlanned = false

  constructor(plan: IsolatedPlan, metrics: Metrics["Service"], delivery: StepDelivery) {
    this.name = plan.plugin.name
    this.detectors = plan.plugin.parts.detectors.map(({ name, version }) => `${name}@${version}`)
    this.followsTicks = plan.plugin.parts.detectors.some(({ on }) => on === "tick")
    this.#plan = plan
    this.#limits = { ...defaultIsolationLimits, ...plan.limits }
    this.#metrics = metrics
    this.#delivery = delivery
    this.#queue = new WorkQueue(plan.settings, this.#limits.waitingCandles)
  }

  /** Takes a closed candle; when too many wait the oldest gives way and is counted. */
  offer(symbol: StockSymbol, candle: Candle): void {
    if (!this.#queue.offer(symbol, candle, performance.now())) {
      this.#countDropped(this.#thread === undefined ? "plugin_restart" : "plugin_busy", 1)
    }
    this.#sendSoon()
  }

  /** Lets the candles of higher intervals close that ended by `time`, after all that have been offered. */
  closeUpTo(time: number): void {
    this.#queue.closeUpTo(time, performance.now())
    this.#sendSoon()
  }

  /** Takes the forming candle of a symbol; one that has not been looked at gives way. */
  offerForming(symbol: StockSymbol, forming: FormingCandle): void {
    if (!this.followsTicks) return
    this.#queue.offerForming(symbol, forming, performance.now())
    this.#sendSoon()
  }

  /** Forgets a symbol that is watched no longer, and says how many candles of it are lost. */
  forget(symbol: StockSymbol): number {
    this.#thread?.post({ _tag: "Forget", symbol })
    return this.#queue.forget(symbol)
  }

  /** Candles that have not been through its pipelines. */
  get backlog(): number {
    return this.#queue.backlog
  }

  get report(): IsolationReport {
    const { breaker, crashes, last } = this.#crashes
    return {
      state: this.#state,
      breaker,
      crashes,
      lastCrash: last && { problem: last.crash.message, symbol: last.crash.symbol, time: last.time },
      detectors: this.#figures.all,
      callMillis: this.#limits.callMillis
    }
  }

  /** Runs thread after thread for ever; kills the last one when it is interrupted. */
  readonly run: Effect.Effect<never> = Effect.suspend(() => this.#oneLife).pipe(
    Effect.catchDefect((cause) => Effect.fail(crashAtStart(this.name, Cause.pretty(Cause.die(cause))))),
    Effect.catch((crash) => this.#recover(crash)),
    Effect.forever
  )

  /** From the start of a thread to its end. */
  get #oneLife(): Effect.Effect<never, PluginCrash> {
    return Effect.gen({ self: this }, function* () {
      const ready = yield* Deferred.make<void>()
      const thread = yield* this.#open(ready)
      const ended = Effect.mapError(thread.ended, (end) => this.#crashOf(end))
      yield* Deferred.await(ready).pipe(
        Effect.timeoutOrElse({ duration: Duration.millis(this.#limits.startMillis), orElse: () => this.#tooSlow }),
        Effect.raceFirst(ended)
      )
      this.#crashes.started(yield* Clock.currentTimeMillis)
      if (this.#crashes.crashes > 0) yield* Effect.logInfo(`The plugin ${this.name} runs again`)
      this.#thread = thread
      this.#state = "running"
      this.#sendSoon()
      return yield* Effect.raceFirst(ended, this.#failWhenHung(thread))
    }).pipe(
      Effect.ensuring(
        Effect.sync(() => {
          this.#thread = undefined
        })
      ),
      Effect.scoped
    )
  }

  #open(ready: Deferred.Deferred<void>): Effect.Effect<PluginThread, never, Scope.Scope> {
    return Effect.gen({ self: this }, function* () {
      const services = yield* Effect.context<never>()
      const log = Effect.runForkWith(services)
      const clock = yield* Clock.Clock
      const { settings, plugin } = this.#plan
      return yield* openThread(plugin.name, plugin.source, settings, this.#limits, {
        onPrinted: (line) => log(Effect.logInfo(`The plugin ${this.name} prints: ${line}`)),
        onMessage: (message) => {
          if (message._tag === "Ready") {
            this.#running = message.detectors
            this.#queue.begin(message.lanes)
            Deferred.doneUnsafe(ready, Effect.void)
          } else this.#take(message, clock.currentTimeMillisUnsafe())
        }
      })
    })
  }

  #crashOf({ place, problem, reason }: ThreadEnd): PluginCrash {
    return crashAt(this.name, reason, problem, place, this.#running)
  }

  /** Fails when the thread has something to do and does not get on with it. */
  #failWhenHung({ headway }: PluginThread): Effect.Effect<never, PluginCrash> {
    return Effect.gen({ self: this }, function* () {
      const { hangMillis } = this.#limits
      let count = headway.count
      // Looks instead of a time: when the service itself was held up, there may be answers that nobody has read.
      let looks = 0
      while (looks < looksUntilHung) {
        yield* Effect.sleep(Duration.millis(hangMillis / looksUntilHung))
        looks = headway.count === count && this.#queue.isUnderWay ? looks + 1 : 0
        count = headway.count
      }
      const problem = `did not get on for ${Duration.format(Duration.millis(hangMillis))}`
      return yield* this.#crashOf({ reason: "hung", problem, place: headway.place })
    })
  }

  get #tooSlow(): Effect.Effect<never, PluginCrash> {
    const limit = Duration.format(Duration.millis(this.#limits.startMillis))
    return Effect.fail(crashAtStart(this.name, `importing it was not done after ${limit}`))
  }

  #recover(crash: PluginCrash): Effect.Effect<void> {
    return Effect.gen({ self: this }, function* () {
      const pause = this.#crashes.crashed(crash, yield* Clock.currentTimeMillis)
      const isSuspended = this.#crashes.breaker === "open"
      this.#state = isSuspended ? "suspended" : "restarting"
      this.#metrics.count("plugin_crashes_total", { plugin: this.name, reason: crash.reason })
      // Its windows cannot be filled again: it begins anew.
      if (crash.phase === "restoring" && crash.symbol !== undefined) this.#queue.forgetHistory(crash.symbol)
      const lost = this.#queue.end(crash.item)
      this.#countDropped("plugin_crash", lost)
      this.#figures.threadEnded()
      const again = isSuspended ? "is not called for" : "starts again in"
      yield* Effect.logError(
        `Stopped a thread: ${crash.message}. The plugin ${again} ${Duration.format(Duration.millis(pause))}; ` +
          `${counted(lost, "candle")} did not reach it`
      )
      if (isSuspended) this.#skipWaiting()
      yield* Effect.sleep(Duration.millis(pause))
      this.#state = "restarting"
    })
  }

  #skipWaiting(): void {
    this.#countDropped("plugin_restart", this.#queue.skipWaiting())
  }

  #countDropped(reason: string, candles: number): void {
    if (candles > 0) this.#metrics.count("candles_dropped_total", { reason }, candles)
  }

  /** One message for all that is offered in a turn of the event loop. */
  #sendSoon(): void {
    if (this.#state === "suspended") this.#skipWaiting()
    if (this.#thread === undefined || this.#isSendingPlanned) return
    this.#isSendingPlanned = true
    setImmediate(() => {
      this.#isSendingPlanned = false
      this.#send()
    })
  }

  #send(): void {
    if (this.#thread === undefined) return
    const batch = this.#queue.next()
    if (batch === undefined) return
    this.#thread.post(batch)
    // What did not fit goes in a turn of its own.
    this.#sendSoon()
  }

  #take(message: FromThread, now: number): void {
    switch (message._tag) {
      case "Found": {
        const { gates, item, symbol } = message
        if (gates !== undefined) this.#queue.rememberGates(symbol, gates)
        this.#delivery.take(message, this.#queue.itemUnderWay(item)?.closedAt ?? performance.now())
        return
      }
      case "Done":
        this.#queue.done()
        this.#crashes.answered(now)
        this.#figures.take(message.figures)
        this.#sendSoon()
    }
  }
}

/** A thread that does not get on is looked at this often before it counts as hung. */
const looksUntilHung = 4

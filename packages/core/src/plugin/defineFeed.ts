import { Result } from "effect"

import type { Tick } from "../domain/Tick.ts"
import { checkFunctions, checkIdentity, type Identity, idOf } from "./identity.ts"
import { decodeParams, describeParams, type InvalidParams, type ParamsSchema } from "./params.ts"

/** What a frame of a feed amounts to. */
export type FeedFrame =
  | { readonly _tag: "Ticks"; readonly ticks: ReadonlyArray<Tick> }
  /** Nothing to fold, such as a heartbeat. */
  | { readonly _tag: "Ignored" }
  /** Not what the feed should send. */
  | { readonly _tag: "Rejected"; readonly problem: string }

/**
 * What a feed declares about itself: how frames become ticks and what to send. Pure; the socket is the runtime's.
 *
 * A feed takes the place of the built-in protocol. The host checks every tick as it does its own, and counts a frame as
 * accepted when one of its ticks is. Detections are not sent back into the feed: they go to the sinks.
 */
export interface FeedDefinition<Params extends ParamsSchema> extends Identity {
  readonly params: Params
  /** The ticks in one text frame. */
  readonly decode: (frame: string, params: Params["Type"]) => FeedFrame
  /** The frames to send when a connection opens, before any subscription, such as a login. */
  readonly greet?: (params: Params["Type"]) => ReadonlyArray<string>
  /** The frame that asks for the ticks of a symbol; left out when the feed sends all unasked. */
  readonly subscribe?: (symbol: string, params: Params["Type"]) => string
  /** The frame that ends that. */
  readonly unsubscribe?: (symbol: string, params: Params["Type"]) => string
}

/** A feed that the host can list and make ready to run. */
export interface Feed extends Identity {
  readonly kind: "feed"
  readonly describeParams: () => unknown
  readonly configure: (settings: unknown) => Result.Result<ConfiguredFeed, InvalidParams>
}

/** A feed with its params decoded. */
export interface ConfiguredFeed {
  readonly id: string
  readonly name: string
  readonly decode: (frame: string) => FeedFrame
  readonly greet: () => ReadonlyArray<string>
  readonly subscribe: ((symbol: string) => string) | undefined
  readonly unsubscribe: ((symbol: string) => string) | undefined
}

/**
 * Defines a feed.
 *
 * @example
 * export const lines = defineFeed({
 *   name: "lines",
 *   version: "1.0.0",
 *   summary: "Frames such as AAPL 1753277400000 10.5",
 *   params: Schema.Struct({}),
 *   decode: (frame) => {
 *     const [symbol = "", time, price] = frame.split(" ")
 *     const tick = Schema.decodeUnknownOption(Tick)({ symbol, time: Number(time), price: Number(price) })
 *     return Option.match(tick, {
 *       onNone: () => ({ _tag: "Rejected", problem: "not symbol, time and price" }),
 *       onSome: (tick) => ({ _tag: "Ticks", ticks: [tick] })
 *     })
 *   }
 * })
 */
export const defineFeed = <Params extends ParamsSchema>(definition: FeedDefinition<Params>): Feed => {
  checkIdentity("feed", definition)
  checkFunctions("feed", definition.name, { decode: definition.decode })
  const { decode, greet, subscribe, unsubscribe } = definition
  return {
    kind: "feed",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    describeParams: () => describeParams(definition.params),
    configure: (settings) =>
      Result.map(decodeParams(definition.name, definition.params, settings), ({ params }) => ({
        id: idOf(definition),
        name: definition.name,
        decode: (frame) => decode(frame, params),
        greet: () => greet?.(params) ?? [],
        subscribe: subscribe && ((symbol) => subscribe(symbol, params)),
        unsubscribe: unsubscribe && ((symbol) => unsubscribe(symbol, params))
      }))
  }
}

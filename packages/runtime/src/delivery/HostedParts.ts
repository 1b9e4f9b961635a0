import type { ConfiguredConsultingScorer, ConfiguredFeed, ConfiguredScorer, ConfiguredSink } from "@mjolnir/core"
import type { FeedDecoder } from "@mjolnir/core/ingest"
import { Layer, Result } from "effect"

import { chooseFeed, type UnknownFeed } from "../feed/chooseFeed.ts"
import { ChosenFeed } from "../feed/ChosenFeed.ts"
import { DetectionSinks } from "../sinks/DetectionSinks.ts"
import { DetectionDelivery } from "./DetectionDelivery.ts"

/** The parts of the loaded plugins that stand at the two ends of the fold. */
export interface HostedParts {
  /** Undefined for the built-in protocol. */
  readonly feed: FeedDecoder | undefined
  readonly scorers: ReadonlyArray<ConfiguredConsultingScorer>
  readonly sinks: ReadonlyArray<ConfiguredSink>
}

/** What the plugins of a service have that is not of the fold, with the feed of this name. */
export const hostedParts = (
  parts: {
    readonly feeds: ReadonlyArray<ConfiguredFeed>
    readonly scorers: ReadonlyArray<ConfiguredScorer>
    readonly sinks: ReadonlyArray<ConfiguredSink>
  },
  feedName: string
): Result.Result<HostedParts, UnknownFeed> =>
  Result.map(chooseFeed(feedName, parts.feeds), (feed) => ({
    feed,
    scorers: parts.scorers.filter((scorer) => scorer.open !== undefined),
    sinks: parts.sinks
  }))

/** The built-in protocol, no scorer to ask and no sink. */
export const noHostedParts: HostedParts = { feed: undefined, scorers: [], sinks: [] }

/** Hosts these parts: delivery by way of the scorers, the sinks, and which feed is chosen. */
export const layerHostedParts = ({ feed, scorers, sinks }: HostedParts) =>
  DetectionDelivery.layer(scorers).pipe(
    Layer.provideMerge(DetectionSinks.layer(sinks)),
    Layer.provideMerge(Layer.succeed(ChosenFeed, feed))
  )

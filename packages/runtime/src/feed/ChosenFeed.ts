import type { FeedDecoder } from "@mjolnir/core/ingest"
import { Context } from "effect"

/** The feed plugin that decodes the frames; undefined, unless it is provided, for the built-in protocol. */
export const ChosenFeed = Context.Reference<FeedDecoder | undefined>("@mjolnir/runtime/feed/ChosenFeed", {
  defaultValue: () => undefined
})

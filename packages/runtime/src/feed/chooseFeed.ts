import type { ConfiguredFeed } from "@mjolnir/core"
import { FeedDecoder } from "@mjolnir/core/ingest"
import { Result, Schema } from "effect"

/** The name of the built-in protocol, which the broker speaks. */
export const builtInFeed = "broker"

/** A feed is named that no loaded plugin has. */
export class UnknownFeed extends Schema.TaggedError<UnknownFeed>()("UnknownFeed", {
  name: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return (
      `FEED: no loaded plugin has a feed ${JSON.stringify(this.name)}; expected one of ${this.known.join(", ")}. ` +
      "Load the plugin that has it with PLUGINS"
    )
  }
}

/** The feed of this name among the loaded ones; undefined for the built-in protocol. */
export const chooseFeed = (
  name: string,
  feeds: ReadonlyArray<ConfiguredFeed>
): Result.Result<FeedDecoder | undefined, UnknownFeed> => {
  if (name === builtInFeed) return Result.succeed(undefined)
  const feed = feeds.find((each) => each.name === name)
  return feed === undefined
    ? Result.fail(new UnknownFeed({ name, known: [builtInFeed, ...feeds.map((each) => each.name)] }))
    : Result.succeed(new FeedDecoder(feed))
}

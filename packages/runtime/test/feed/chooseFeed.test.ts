import { assert, describe, it } from "@effect/vitest"
import { defineFeed } from "@mjolnir/core"
import { Result, Schema } from "effect"

import { chooseFeed } from "../../src/feed/chooseFeed.ts"

const feedOf = (name: string) =>
  Result.getOrThrow(
    defineFeed({
      name,
      version: "1.0.0",
      summary: "Says nothing",
      params: Schema.Struct({}),
      decode: () => ({ _tag: "Ignored" })
    }).configure({})
  )

const feeds = ["lines", "binary"].map(feedOf)

describe("the feed of a name", () => {
  it("is that of a loaded plugin", () => {
    assert.strictEqual(Result.getOrThrow(chooseFeed("binary", feeds))?.feed.id, "binary@1.0.0")
  })

  it("is the built-in protocol for broker, whatever is loaded", () => {
    assert.isUndefined(Result.getOrThrow(chooseFeed("broker", feeds)))
  })

  it("is unknown when no loaded plugin has it, and the message says what there is", () => {
    const problem = Result.match(chooseFeed("line", feeds), {
      onFailure: ({ message }) => message,
      onSuccess: () => "no problem"
    })
    assert.strictEqual(
      problem,
      'FEED: no loaded plugin has a feed "line"; expected one of broker, lines, binary. Load the plugin that has it with PLUGINS'
    )
  })
})

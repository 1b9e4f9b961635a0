import { Duration, Schema } from "effect"

/** What a plugin did to the process that it ran in. */
const Loss = Schema.Union([
  Schema.TaggedStruct("Exited", { code: Schema.Int }),
  Schema.TaggedStruct("OutOfMemory", { megabytes: Schema.Int }),
  /** Nothing was heard of it for `limit` milliseconds. */
  Schema.TaggedStruct("Hangs", { limit: Schema.Finite }),
  /** An error outside of any call of the host, such as in a timer. */
  Schema.TaggedStruct("Threw", { reason: Schema.String })
])

/** The process in which a plugin ran is gone before its work was done. */
export class PluginLost extends Schema.TaggedError<PluginLost>()("PluginLost", {
  plugin: Schema.String,
  loss: Loss
}) {
  /** What the plugin did. */
  get seen(): string {
    const { loss } = this
    switch (loss._tag) {
      case "Exited":
        return `it ended the process by process.exit(${loss.code === 0 ? "" : loss.code})`
      case "OutOfMemory":
        return `it used more than ${loss.megabytes} MB of memory`
      case "Hangs":
        return `it was not done after ${Duration.format(Duration.millis(loss.limit))}`
      case "Threw":
        return `it threw outside of a call: ${loss.reason}`
    }
  }

  /** How to mend the plugin. */
  get hint(): string {
    return hints[this.loss._tag]
  }

  override get message() {
    return `plugin ${this.plugin}: ${this.seen}; ${this.hint}`
  }
}

const hints = {
  Exited: "take process.exit out of its code: when a plugin must give up, it throws",
  OutOfMemory: "look for what grows with every candle: keep what is needed in the state, and no more than that",
  Hangs: "look for a loop that does not end",
  Threw: "start no timer and no promise that nobody waits for"
} as const

import { Schema } from "effect"

/** A plugin is to run in a worker, and what the host must know beforehand does not stand in its manifest. */
export class NotReadyForWorker extends Schema.TaggedError<NotReadyForWorker>()("NotReadyForWorker", {
  plugin: Schema.String,
  /** Path of the package.json, or of the plugin's file when there is none. */
  file: Schema.String,
  lacks: Schema.Literals(["manifest", "isolation", "parts"])
}) {
  override get message() {
    return `plugin ${this.plugin}: it asks for isolation "worker", but ${this.file} ${lacking[this.lacks]}`
  }
}

const lacking = {
  manifest:
    "has no package.json that describes it, and only that can be read without running the code here; put it into a " +
    "package whose package.json has a field mjolnir, or set isolation to inline",
  isolation:
    'does not say so, and its code says it too late; write "isolation": "worker" into the field mjolnir as well, or ' +
    "set isolation to inline",
  parts:
    "does not describe its parts, which the host must know without running the code; run mjolnir plugin docs and put " +
    'the "parts" that it prints into the field mjolnir'
}

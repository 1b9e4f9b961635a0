import { layer as nodeFileSystem } from "@effect/platform-node/NodeFileSystem"
import { Effect, Layer, Sink, Stdio, Stream } from "effect"

import { Terminal } from "../../src/output/Terminal.ts"

/** Real files, a given standard input, and a standard output that can be read. */
export const captured = (...stdin: ReadonlyArray<string | Uint8Array>) => {
  const texts: Array<string> = []
  return {
    layer: Layer.merge(nodeFileSystem, Terminal.layer).pipe(
      Layer.provideMerge(
        Stdio.layerTest({
          stdin: Stream.fromIterable(stdin.map((part) => (typeof part === "string" ? encoder.encode(part) : part))),
          stdout: () => Sink.forEach((text) => Effect.sync(() => texts.push(String(text))))
        })
      )
    ),
    text: () => texts.join("")
  }
}

export const lines = (...all: ReadonlyArray<string>): string => all.map((line) => `${line}\n`).join("")

const encoder = new TextEncoder()

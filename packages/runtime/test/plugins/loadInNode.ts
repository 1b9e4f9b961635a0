import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

import { Schema } from "effect"

import type { LoadOptions } from "../../src/plugins/loadPlugins.ts"

/** One call of `loadPlugins`. */
export interface LoadRequest extends LoadOptions {
  readonly names: ReadonlyArray<string>
}

/** What came of it, as far as it can be told from one process to another. */
export const LoadAnswer = Schema.Struct({
  loaded: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      version: Schema.String,
      isolation: Schema.String,
      source: Schema.String,
      detectors: Schema.Array(Schema.String),
      isCodeHere: Schema.Boolean
    })
  ),
  refused: Schema.Array(
    Schema.Struct({
      given: Schema.String,
      name: Schema.NullOr(Schema.String),
      problem: Schema.String,
      message: Schema.String
    })
  )
})
export type LoadAnswer = typeof LoadAnswer.Type

/**
 * Loads plugins in a process of its own: the test runner imports modules in another way than Node does, which compiles
 * what Node refuses.
 */
export const loadInNode = (folder: string, requests: ReadonlyArray<LoadRequest>): ReadonlyArray<LoadAnswer> => {
  const script = fileURLToPath(new URL("loadingProcess.ts", import.meta.url))
  const { stderr, stdout } = spawnSync(process.execPath, [script], {
    cwd: folder,
    input: JSON.stringify(requests),
    encoding: "utf8"
  })
  if (stdout === "") throw new Error(stderr)
  return Schema.decodeSync(Answers)(stdout.replaceAll(folder, "<folder>"))
}

const Answers = Schema.fromJsonString(Schema.Array(LoadAnswer))

import { text } from "node:stream/consumers"

import { Effect } from "effect"

import { loadPlugins } from "../../src/plugins/loadPlugins.ts"
import type { LoadAnswer, LoadRequest } from "./loadInNode.ts"

const requests: ReadonlyArray<LoadRequest> = JSON.parse(await text(process.stdin))
const answers: Array<LoadAnswer> = []
for (const { names, ...options } of requests) {
  const { loaded, refused } = await Effect.runPromise(loadPlugins(names, options))
  answers.push({
    loaded: loaded.map(({ isolation, name, parts, source, version, ...rest }) => ({
      name,
      version,
      isolation,
      source: source._tag,
      detectors: parts.detectors.map((detector) => detector.name),
      isCodeHere: "plugin" in rest
    })),
    refused: refused.map(({ given, name, problem }) => ({
      given,
      name: name ?? null,
      problem: problem._tag,
      message: problem.message
    }))
  })
}
process.stdout.write(JSON.stringify(answers))

import { Effect, FileSystem, Path, Schema } from "effect"

import type { PreviewData } from "../../preview/PreviewData.ts"

/** `--out` names one file, and there are several pages. */
export class OneFileForMany extends Schema.TaggedError<OneFileForMany>()("OneFileForMany", {
  out: Schema.String,
  detectors: Schema.Array(Schema.String)
}) {
  override get message() {
    return (
      `--out ${this.out}: one file cannot hold the pages of ${this.detectors.join(", ")}; ` +
      "choose one with --detector, or name a folder, such as --out pages/"
    )
  }
}

/**
 * Where the pages go: `<detector>.html` in the folder, with the interval in its name where a detector has several; or the
 * file that is named, for one page.
 */
export const pagePaths = Effect.fnUntraced(function* (data: ReadonlyArray<PreviewData>, out: string | undefined) {
  const path = yield* Path.Path
  if (out !== undefined && !(yield* isFolder(out))) {
    if (data.length === 1) return [out]
    return yield* new OneFileForMany({ out, detectors: [...new Set(data.map(({ detector }) => detector.name))] })
  }
  const has = (name: string) => data.filter(({ detector }) => detector.name === name).length
  return data.map(({ detector: { name }, interval }) =>
    path.join(out ?? "", has(name) > 1 ? `${name}-${interval}.html` : `${name}.html`)
  )
})

const isFolder = (out: string) =>
  out.endsWith("/")
    ? Effect.succeed(true)
    : FileSystem.FileSystem.use((files) => files.stat(out)).pipe(
        Effect.map(({ type }) => type === "Directory"),
        Effect.orElseSucceed(() => false)
      )

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** A temporary folder in which plugins can be written and find `@mjolnir/core` and `effect`, as if installed there. */
export class PluginFolder implements Disposable {
  /** Absolute path. */
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "plugins-")))

  constructor(files: Readonly<Record<string, string>> = {}) {
    const modules = fileURLToPath(new URL("../../../../node_modules/", import.meta.url))
    mkdirSync(join(this.path, "node_modules", "@mjolnir"), { recursive: true })
    for (const name of ["effect", "@mjolnir/core"]) {
      symlinkSync(realpathSync(join(modules, name)), join(this.path, "node_modules", name))
    }
    for (const [file, text] of Object.entries(files)) this.write(file, text)
  }

  /** Writes a file at a path from the folder. */
  write(file: string, text: string): void {
    const path = join(this.path, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true })
  }
}

/** The code of a plugin with one detector that sees something in every candle; `fields` replace those of the plugin. */
export const pluginCode = (name: string, detector: string, fields: Readonly<Record<string, string>> = {}): string => `
import { defineDetector, definePlugin } from "@mjolnir/core"
import { Effect, Schema } from "effect"

export const detector = defineDetector({
  name: ${JSON.stringify(detector)},
  version: "1.0.0",
  summary: "Sees something in every candle",
  emits: ["SEEN"],
  params: Schema.Struct({
    confidence: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })).pipe(
      Schema.withDecodingDefaultKey(Effect.succeed(0.9))
    )
  }),
  history: 1,
  detect: (window, _state, { confidence }) => [
    { pattern: "SEEN", direction: "bullish", confidence, trigger: 0, price: window.close(0), anchors: [0] }
  ]
})

export default definePlugin({
  name: ${JSON.stringify(name)},
  version: ${JSON.stringify(fields["version"] ?? "1.0.0")},
  sdk: ${JSON.stringify(fields["sdk"] ?? "^0.1.0")},
  summary: "A plugin of a test",
  isolation: ${JSON.stringify(fields["isolation"] ?? "inline")},
  detectors: [detector]
})
`

/** The package.json of a plugin whose code is in `index.js`; `fields` replace those of the manifest. */
export const packageJson = (name: string, fields: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    name,
    version: "2.1.0",
    type: "module",
    exports: { ".": { types: "./index.d.ts", import: "./index.js" } },
    mjolnir: { name, sdk: "^0.1.0", summary: "A plugin of a test", ...fields }
  })

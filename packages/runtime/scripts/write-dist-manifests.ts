import { chmod, cp, readFile, writeFile } from "node:fs/promises"

import { Schema } from "effect"

/**
 * Makes each package's `dist/` a package that can be published: its manifest is that of the sources, with every path
 * pointed at what the compiler emitted, and what is not compiled is copied. Run after `tsc -b`.
 */
const Manifest = Schema.StructWithRest(
  Schema.Struct({
    name: Schema.String,
    exports: Schema.Record(Schema.String, Schema.String),
    bin: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
    devDependencies: Schema.optionalKey(Schema.Unknown)
  }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)

const root = new URL("../../../", import.meta.url)

const emitted = (source: string, ending: string) => source.replace("./src/", "./").replace(/\.ts$/, ending)

for (const folder of ["core", "plugins", "runtime"]) {
  const source = new URL(`packages/${folder}/package.json`, root)
  const dist = new URL(`packages/${folder}/dist/`, root)
  const { devDependencies: _, ...manifest } = Schema.decodeSync(Schema.fromJsonString(Manifest))(
    await readFile(source, "utf8")
  )
  const commands = Object.entries(manifest.bin ?? {}).map(([name, path]) => [name, emitted(path, ".js")] as const)
  const published = {
    ...manifest,
    exports: Object.fromEntries(
      Object.entries(manifest.exports).map(([name, path]) => [
        name,
        { types: emitted(path, ".d.ts"), default: emitted(path, ".js") }
      ])
    ),
    ...(commands.length === 0 ? {} : { bin: Object.fromEntries(commands) }),
    // Neither what the compiler keeps for itself nor maps to sources that are not in the package.
    files: ["**", "!.tsbuildinfo", "!**/*.d.ts.map"]
  }
  await writeFile(new URL("package.json", dist), `${JSON.stringify(published, undefined, 2)}\n`)
  for (const [, path] of commands) await chmod(new URL(path, dist), 0o755)
  await cp(new URL("LICENSE", root), new URL("LICENSE", dist))
  console.log(`${manifest.name}: packages/${folder}/dist`)
}

const templates = "packages/runtime/*/scaffold/templates"
await cp(new URL(templates.replace("*", "src"), root), new URL(templates.replace("*", "dist"), root), {
  recursive: true
})

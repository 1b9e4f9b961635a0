import { readdirSync, readFileSync } from "node:fs"
import { createRequire, stripTypeScriptTypes } from "node:module"
import { pathToFileURL } from "node:url"

/**
 * The page's own modules and the chart library, as an import map that holds their code: each name with a `data:` URL. So
 * the browser links the modules as they were written, and the page needs no bundler and no second file.
 */
export const browserModules = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(ending) && !file.endsWith(".d.ts"))
      .map((file) => [`preview/${file.slice(0, -ending.length)}`, moduleUrl(pageScript(file))])
  ),
  "lightweight-charts": moduleUrl(chartLibrary())
})

const folder = new URL("./browser/", import.meta.url)
/** The modules lie beside this one and are written, or compiled, as it is. */
const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js"

/** A module as the browser takes it: without types, its neighbours named as in the import map. */
const pageScript = (file: string): string => {
  const source = readFileSync(new URL(file, folder), "utf8")
  return (ending === ".ts" ? withoutTypes(source) : source)
    .replace(/ from "\.\/(\w+)\.[jt]s"/g, ' from "preview/$1"')
    .replace(/\n\/\/# sourceMappingURL=.*/, "")
}

/** Node calls this an experiment, which is not for the readers of the command's output. */
const withoutTypes = (source: string): string => {
  const warn = process.emitWarning
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = warn
  }
}

/** The build of Lightweight Charts that needs no other module. Its first comment is its licence. */
const chartLibrary = (): string => {
  const manifest = createRequire(import.meta.url).resolve("lightweight-charts/package.json")
  return readFileSync(new URL("dist/lightweight-charts.standalone.production.mjs", pathToFileURL(manifest)), "utf8")
}

const moduleUrl = (script: string): string =>
  `data:text/javascript;base64,${Buffer.from(script, "utf8").toString("base64")}`

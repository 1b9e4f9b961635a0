import { Console, Effect, Option } from "effect"

import { pluginFiles } from "./pluginFiles.ts"
import type { PluginKind } from "./pluginKinds.ts"
import { pluginName } from "./PluginName.ts"
import { scaffoldReport } from "./scaffoldReport.ts"
import { writeNewFolder } from "./writeNewFolder.ts"

/** What the command line of `mjolnir plugin new` says. */
export interface NewPluginChoice {
  readonly name: string
  /** The folder of the package; one of the plugin's name when left out. */
  readonly dir: Option.Option<string>
  readonly kind: PluginKind
}

/** Writes the package of a new plugin and says what to do next. */
export const newPlugin = Effect.fnUntraced(function* (choice: NewPluginChoice) {
  const name = yield* Effect.fromResult(pluginName(choice.name))
  const folder = Option.getOrElse(choice.dir, () => `./${name.kebab}`)
  const files = yield* pluginFiles(choice.kind, name)
  yield* writeNewFolder(folder, files)
  yield* Console.log(scaffoldReport({ name: name.kebab, kind: choice.kind, folder, files }))
})

import type { DuplicatePart, DuplicatePlugin } from "./findDuplicate.ts"
import type { ImportProblem } from "./importPlugin.ts"
import type { NotReadyForWorker } from "./NotReadyForWorker.ts"
import type { InvalidPluginSource } from "./PluginSource.ts"
import type { UnfitDefaults } from "./UnfitDefaults.ts"

/** Why a plugin is refused. Every message says what is wrong, where, and how to mend it. */
export type PluginProblem =
  | InvalidPluginSource
  | ImportProblem
  | NotReadyForWorker
  | DuplicatePlugin
  | DuplicatePart
  | UnfitDefaults

/** Where manifests come from: the base's files as they are, and each overlay as kustomize renders it. */
import { execFileSync, spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"

import { Schema } from "effect"
import { parse, parseAllDocuments } from "yaml"

import { Manifests } from "./objects.ts"

const deployDirectory = join(import.meta.dirname, "..", "..")
export const repositoryRoot = join(deployDirectory, "..")

const kubectl = "kubectl"

const Kustomization = Schema.Struct({
  namespace: Schema.optionalKey(Schema.String),
  resources: Schema.Array(Schema.String),
  images: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        name: Schema.String,
        newTag: Schema.optionalKey(Schema.String),
        digest: Schema.optionalKey(Schema.String)
      })
    )
  )
})

const documents = (text: string): ReadonlyArray<unknown> =>
  parseAllDocuments(text).map((document): unknown => {
    const [problem] = document.errors
    if (problem !== undefined) throw problem
    return document.toJS()
  })

export const kustomization = (directory: string) =>
  Schema.decodeUnknownSync(Kustomization)(
    parse(readFileSync(join(deployDirectory, directory, "kustomization.yaml"), "utf8"))
  )

const readBase = () =>
  new Manifests(
    kustomization("base").resources.flatMap((file) =>
      documents(readFileSync(join(deployDirectory, "base", file), "utf8"))
    )
  )

const renderOverlay = (overlay: string) =>
  new Manifests(
    documents(
      execFileSync(kubectl, ["kustomize", join(deployDirectory, "overlays", overlay)], {
        encoding: "utf8",
        maxBuffer: 16 * 1024 * 1024
      })
    )
  )

/** Why overlays cannot be rendered here. A kubectl that names no kustomize version (before 1.24) has too old a one. */
const cannotRender = (): string | undefined => {
  const probe = spawnSync(kubectl, ["version", "--client", "--output=json"], { encoding: "utf8" })
  if (probe.error !== undefined) return "kubectl is not on PATH"
  return probe.stdout.includes("kustomizeVersion") ? undefined : "kubectl is older than 1.24"
}

export interface Source {
  readonly name: string
  /** Undefined for the base: which overlay this is a rendering of. */
  readonly overlay: "development" | "production" | undefined
  readonly manifests: () => Manifests
  readonly skipped: boolean
}

const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => (made ??= { value: make() }).value
}

const reason = cannotRender()

const overlaySource = (overlay: "development" | "production"): Source => ({
  name: `the ${overlay} overlay${reason === undefined ? "" : ` (SKIPPED: ${reason})`}`,
  overlay,
  manifests: once(() => renderOverlay(overlay)),
  skipped: reason !== undefined
})

export const sources: ReadonlyArray<Source> = [
  { name: "the base's files", overlay: undefined, manifests: once(readBase), skipped: false },
  overlaySource("development"),
  overlaySource("production")
]

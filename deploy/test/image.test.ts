/** What the Dockerfile and .dockerignore promise, read from their text: building an image is not a unit test. */
import { readFileSync } from "node:fs"
import { join } from "node:path"

import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { repositoryRoot, sources } from "./support/sources.ts"

const read = (file: string): string => readFileSync(join(repositoryRoot, file), "utf8")

const lines = (file: string): ReadonlyArray<string> =>
  read(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))

const dockerfile = lines("Dockerfile")
const lastStage = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith("FROM ")))

const { workspaces } = Schema.decodeSync(
  Schema.fromJsonString(Schema.Struct({ workspaces: Schema.Array(Schema.String) }))
)(read("package.json"))

describe("the image", () => {
  it("stands on Node 26 unless another base is given", () => {
    assert.strictEqual(dockerfile[0], "ARG BASE_IMAGE=node:26-bookworm-slim")
    const bases = dockerfile.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1])
    assert.deepStrictEqual(bases, ["${BASE_IMAGE}", "${BASE_IMAGE}"])
  })

  it("contains the manifest and the sources of every workspace", () => {
    for (const workspace of workspaces) {
      assert.include(dockerfile, `COPY ${workspace}/package.json ${workspace}/`)
      assert.include(dockerfile, `COPY ${workspace}/src ${workspace}/src`)
    }
  })

  it("installs what the lock file says, without development tools and install scripts", () => {
    const installs = dockerfile.filter((line) => line.startsWith("RUN "))
    assert.lengthOf(installs, 1)
    assert.match(installs[0] ?? "", / npm ci --omit=dev --ignore-scripts\b/)
  })

  it("runs as the same numeric user as the pod", () => {
    const { runAsUser, runAsGroup } = sources[0]?.manifests().pod().securityContext ?? {}
    assert.include(lastStage, `USER ${runAsUser}:${runAsGroup}`)
  })

  it("starts node itself, so that SIGTERM reaches it, and runs the service by default", () => {
    assert.include(lastStage, 'ENTRYPOINT ["node", "/app/packages/runtime/src/mjolnir.ts"]')
    assert.include(lastStage, 'CMD ["run"]')
    assert.include(lastStage, "WORKDIR /app")
    assert.include(lastStage, "ENV NODE_ENV=production")
  })

  it("listens where the pod's port is", () => {
    assert.include(lastStage, `EXPOSE ${sources[0]?.manifests().container().ports[0]?.containerPort}`)
  })

  it("gets nothing from the checkout but what is listed", () => {
    const ignored = lines(".dockerignore")
    assert.strictEqual(ignored[0], "*")
    const admitted = ignored.filter((line) => line.startsWith("!"))
    assert.sameMembers(admitted, [
      "!package.json",
      "!package-lock.json",
      "!packages",
      "!packages/*/package.json",
      "!packages/*/src"
    ])
  })
})

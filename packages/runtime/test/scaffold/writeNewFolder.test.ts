import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { assert, layer } from "@effect/vitest"
import { Effect, FileSystem, Path } from "effect"

import { FolderTaken, FolderUnwritable, writeNewFolder } from "../../src/scaffold/writeNewFolder.ts"

const contents = [
  { path: "package.json", text: "{}" },
  { path: "src/index.ts", text: "export {}" }
]

/** A name in an empty folder in which everything can be tried, and how to list what is there. */
const place = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const around = yield* files.makeTempDirectoryScoped()
  const everything = files.readDirectory(around, { recursive: true }).pipe(Effect.map((names) => names.sort()))
  return { files, around, everything, target: path.join(around, "plugin") }
})

const whole = ["plugin", "plugin/package.json", "plugin/src", "plugin/src/index.ts"]

layer(nodeServices)("a new folder", (it) => {
  it.effect("holds the files, and nothing else is left beside it", () =>
    Effect.gen(function* () {
      const { everything, files, target } = yield* place
      yield* writeNewFolder(target, contents)
      assert.deepStrictEqual(yield* everything, whole)
      assert.strictEqual(yield* files.readFileString(`${target}/src/index.ts`), "export {}")
    })
  )

  it.effect("is made with the folders above it", () =>
    Effect.gen(function* () {
      const { everything, around } = yield* place
      yield* writeNewFolder(`${around}/a/b`, contents)
      assert.include(yield* everything, "a/b/src/index.ts")
    })
  )

  it.effect("may be there when it is empty, and stays the same folder", () =>
    Effect.gen(function* () {
      const { everything, files, target } = yield* place
      yield* files.makeDirectory(target)
      const before = (yield* files.stat(target)).ino
      yield* writeNewFolder(target, contents)
      assert.deepStrictEqual(yield* everything, whole)
      assert.deepStrictEqual((yield* files.stat(target)).ino, before)
    })
  )

  it.effect("is refused when it is not empty, and the message says what to do", () =>
    Effect.gen(function* () {
      const { everything, files, target } = yield* place
      yield* files.makeDirectory(target)
      yield* files.writeFileString(`${target}/notes.txt`, "mine")
      const error = yield* Effect.flip(writeNewFolder(target, contents))
      assert.strictEqual(
        error.message,
        `${target} is there already and is not empty; choose another place with --dir, or empty it first`
      )
      assert.deepStrictEqual(yield* everything, ["plugin", "plugin/notes.txt"])
    })
  )

  it.effect("is refused when a file has its name", () =>
    Effect.gen(function* () {
      const { files, target } = yield* place
      yield* files.writeFileString(target, "mine")
      assert.instanceOf(yield* Effect.flip(writeNewFolder(target, contents)), FolderTaken)
      assert.strictEqual(yield* files.readFileString(target), "mine")
    })
  )

  // The second file cannot be written, since the first one is where its folder should be.
  const broken = [
    { path: "src", text: "a file" },
    { path: "src/index.ts", text: "" }
  ]

  it.effect("is not there at all when not everything can be written", () =>
    Effect.gen(function* () {
      const { everything, target } = yield* place
      const error = yield* Effect.flip(writeNewFolder(target, broken))
      assert.include(error.message, `${target} cannot be written: `)
      assert.deepStrictEqual(yield* everything, [])
    })
  )

  it.effect("stays empty when not everything can be written", () =>
    Effect.gen(function* () {
      const { everything, files, target } = yield* place
      yield* files.makeDirectory(target)
      assert.instanceOf(yield* Effect.flip(writeNewFolder(target, broken)), FolderUnwritable)
      assert.deepStrictEqual(yield* everything, ["plugin"])
    })
  )

  it.effect("stays empty when not everything can be moved to it", () =>
    Effect.gen(function* () {
      const { everything, files, target } = yield* place
      yield* files.makeDirectory(target)
      const clumsy = FileSystem.FileSystem.of({
        ...files,
        rename: (from, to) => (to.endsWith("src") ? files.rename(`${from}-gone`, to) : files.rename(from, to))
      })
      const written = writeNewFolder(target, contents).pipe(Effect.provideService(FileSystem.FileSystem, clumsy))
      assert.instanceOf(yield* Effect.flip(written), FolderUnwritable)
      assert.deepStrictEqual(yield* everything, ["plugin"])
    })
  )
})

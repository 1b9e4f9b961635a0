import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

/** Runs a program to its end and gives what it has printed; rejects with that when it fails. */
export const run = async (program: string, args: ReadonlyArray<string>, folder: string): Promise<string> => {
  try {
    const { stdout } = await execute(program, args, { cwd: folder })
    return stdout
  } catch (cause) {
    const printed = ["stdout", "stderr"].map((name) => String(Object(cause)[name] ?? "")).join("")
    throw new Error(`${program} ${args.join(" ")} fails in ${folder}:\n${printed}`, { cause })
  }
}

const execute = promisify(execFile)

/** Folders of the packages, in the order in which they depend on one another. */
export const packages = ["core", "plugins", "runtime"] as const

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url))

/** A folder outside the repository where the packages are installed as somebody would who has only their tarballs. */
export interface Outside extends AsyncDisposable {
  readonly folder: string
  /** The built `mjolnir` command elsewhere, with its own copies of the packages and of Effect. */
  readonly host: string
}

/**
 * Builds and packs the packages by `npm run build` and `npm pack`, in a copy of the sources so that nothing built
 * earlier stands in for what is built now, and unpacks them into a `node_modules`. What they depend on comes from the
 * repository, for there may be no network: Effect as a copy of its own, as an author has it, the rest as links.
 */
export const installOutside = async (): Promise<Outside> => {
  const folder = await mkdtemp(join(tmpdir(), "outside-mjolnir-"))
  const workspace = join(folder, "workspace")
  const outside = join(folder, "outside")
  const modules = join(outside, "node_modules")
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    await copySources(workspace)
    await run("npm", ["run", "build"], workspace)
    await mkdir(modules, { recursive: true })
    const tarballs = await pack(workspace)
    await linkDependencies(modules, ["effect"])
    await cp(join(root, "node_modules", "effect"), join(modules, "effect"), { recursive: true })
    for (const [index, name] of packages.entries()) await unpack(tarballs[index] ?? "", join(modules, "@mjolnir", name))
    await linkCommands(modules)
    const host = join(workspace, "packages", "runtime", "dist", "mjolnir.js")
    return { folder: outside, host, [Symbol.asyncDispose]: dispose }
  } catch (cause) {
    await dispose()
    throw cause
  }
}

const copySources = async (workspace: string) => {
  for (const name of ["package.json", "tsconfig.base.json", "LICENSE", "packages/runtime/scripts"]) {
    await cp(join(root, name), join(workspace, name), { recursive: true })
  }
  for (const name of packages) {
    for (const part of ["package.json", "tsconfig.json", "src"]) {
      const path = join("packages", name, part)
      await cp(join(root, path), join(workspace, path), { recursive: true })
    }
  }
  const modules = join(workspace, "node_modules")
  await linkDependencies(modules, [])
  await symlink(join(root, "node_modules", ".bin"), join(modules, ".bin"))
  for (const name of packages) {
    await symlink(join(workspace, "packages", name), join(modules, "@mjolnir", name))
  }
}

/** Links what npm has installed for the repository, but neither commands nor `without` nor the packages themselves. */
const linkDependencies = async (modules: string, without: ReadonlyArray<string>) => {
  await mkdir(join(modules, "@mjolnir"), { recursive: true })
  for (const name of await readdir(join(root, "node_modules"))) {
    if (name.startsWith(".") || name === "@mjolnir" || without.includes(name)) continue
    await symlink(join(root, "node_modules", name), join(modules, name))
  }
}

const pack = async (workspace: string): Promise<ReadonlyArray<string>> => {
  const folders = packages.map((name) => `./packages/${name}/dist`)
  await run("npm", ["pack", ...folders, "--pack-destination", workspace], workspace)
  const tarballs = packages.map(async (name) => {
    const manifest = JSON.parse(await readFile(join(workspace, "packages", name, "dist", "package.json"), "utf8"))
    return join(workspace, `mjolnir-${name}-${manifest.version}.tgz`)
  })
  return Promise.all(tarballs)
}

const unpack = async (tarball: string, folder: string) => {
  await mkdir(folder, { recursive: true })
  await run("tar", ["-xzf", tarball, "--strip-components=1"], folder)
}

/** The commands that an author's scripts call, as npm links them. */
const linkCommands = async (modules: string) => {
  await mkdir(join(modules, ".bin"))
  for (const name of ["node", "tsc", "vitest"]) {
    await symlink(join(root, "node_modules", ".bin", name), join(modules, ".bin", name))
  }
  await symlink("../@mjolnir/runtime/mjolnir.js", join(modules, ".bin", "mjolnir"))
}

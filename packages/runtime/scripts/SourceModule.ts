import { existsSync, readFileSync } from "node:fs"

import {
  type Class,
  type Declaration,
  type ParamPattern,
  parseSync,
  type Program,
  type VariableDeclarator
} from "oxc-parser"

/** A declaration of a module as a reader should see it. */
export interface Declared {
  readonly name: string
  /** The text between the signs of its comment; empty when there is none. */
  readonly comment: string
  /** What it is, without the bodies of functions. */
  readonly text: string
}

/** A name that a module has from another one. */
export interface Imported {
  readonly name: string
  readonly module: SourceModule
}

/** One module of the sources, as far as what it declares goes. */
export class SourceModule {
  static readonly #read = new Map<string, SourceModule>()
  readonly #url: URL
  readonly #source: string
  readonly #program: Program
  readonly #comments: ReadonlyMap<number, string>

  /** The module at this place; the same object for the same place. */
  static at(url: URL): SourceModule {
    const known = SourceModule.#read.get(url.href)
    if (known !== undefined) return known
    const module = new SourceModule(url)
    SourceModule.#read.set(url.href, module)
    return module
  }

  private constructor(url: URL) {
    const source = readFileSync(url, "utf8")
    const { comments, errors, program } = parseSync(url.pathname, source)
    if (errors.length > 0) throw new Error(`${url.pathname}: ${errors.map(({ message }) => message).join("; ")}`)
    this.#url = url
    this.#source = source
    this.#program = program
    const docs = comments.filter(({ type, value }) => type === "Block" && value.startsWith("*"))
    this.#comments = new Map(docs.map(({ end, value }) => [end + whiteSpaceAt(source, end), value]))
  }

  /** The names that it exports from other modules, in their order. */
  get reexports(): ReadonlyArray<Imported> {
    return this.#program.body.flatMap((statement) =>
      statement.type === "ExportNamedDeclaration" && statement.source !== null
        ? statement.specifiers.flatMap(({ local }) => this.#from(statement.source?.value ?? "", nameOf(local)))
        : []
    )
  }

  /** The names that it uses of other modules. */
  get imports(): ReadonlyArray<Imported> {
    return this.#program.body.flatMap((statement) =>
      statement.type === "ImportDeclaration"
        ? statement.specifiers.flatMap((specifier) =>
            specifier.type === "ImportSpecifier" ? this.#from(statement.source.value, nameOf(specifier.imported)) : []
          )
        : []
    )
  }

  /** What it declares under this name, exported or not; a schema and its type have one name. */
  declared(name: string): Declared | undefined {
    let comment = ""
    const texts: Array<string> = []
    for (const statement of this.#program.body) {
      const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement
      if (declaration === null || !isDeclarationOf(declaration, name)) continue
      comment ||= this.#comments.get(statement.start) ?? ""
      texts.push(this.#textOf(declaration))
    }
    return texts.length === 0 ? undefined : { name, comment, text: texts.join("\n") }
  }

  /** Absolute path. */
  get path(): string {
    return this.#url.pathname
  }

  #from(path: string, name: string): ReadonlyArray<Imported> {
    const url = new URL(path, this.#url)
    return path.startsWith(".") && existsSync(url) ? [{ name, module: SourceModule.at(url) }] : []
  }

  #slice({ end, start }: Span): string {
    return this.#source.slice(start, end)
  }

  #textOf(declaration: Declaration): string {
    if (declaration.type === "VariableDeclaration") {
      return declaration.declarations.map((declarator) => this.#variable(declarator)).join("\n")
    }
    return declaration.type === "ClassDeclaration" ? this.#class(declaration) : this.#slice(declaration)
  }

  #variable({ id, init }: VariableDeclarator): string {
    const name = id.type === "Identifier" ? id.name : this.#slice(id)
    if (id.typeAnnotation) return `const ${name}${this.#slice(id.typeAnnotation)}`
    if (init?.type !== "ArrowFunctionExpression") return `const ${name} = ${init === null ? "" : this.#slice(init)}`
    const generics = init.typeParameters ? this.#slice(init.typeParameters) : ""
    const params = init.params.map((param) => this.#param(param))
    const result = init.returnType ? this.#slice(init.returnType) : ""
    const line = `const ${name} = ${generics}(${params.join(", ")})${result}`
    const isShort = line.length <= longestLine || generics.includes("\n") || params.length === 0
    return isShort ? line : `const ${name} = ${generics}(\n  ${params.join(",\n  ")}\n)${result}`
  }

  /** How a parameter is taken apart is no business of the reader's. */
  #param(param: ParamPattern): string {
    const pattern = param.type === "AssignmentPattern" ? param.left : param
    if (pattern.type !== "ObjectPattern" || !pattern.typeAnnotation) return this.#slice(param)
    return `options${param.type === "AssignmentPattern" ? "?" : ""}${this.#slice(pattern.typeAnnotation)}`
  }

  #class({ body, id, superClass, superTypeArguments }: Class): string {
    const parent = superClass
      ? ` extends ${this.#slice(superClass)}${superTypeArguments ? this.#slice(superTypeArguments) : ""}`
      : ""
    const members = body.body.flatMap((member): ReadonlyArray<string> => {
      if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return []
      const isHidden = member.key.type === "PrivateIdentifier" || member.override || member.accessibility === "private"
      if (isHidden) return []
      const type = "typeAnnotation" in member ? member.typeAnnotation : undefined
      const body = member.value !== null && "body" in member.value ? member.value.body : undefined
      const end = type?.end ?? body?.start
      const comment = this.#comments.get(member.start)
      const text = this.#slice({ start: member.start, end: end ?? member.end }).trimEnd()
      return [comment === undefined ? `  ${text}` : `  /*${comment}*/\n  ${text}`]
    })
    return `class ${id?.name ?? ""}${parent}${members.length === 0 ? "" : ` {\n${members.join("\n")}\n}`}`
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

const longestLine = 100

const whiteSpaceAt = (source: string, place: number): number => /^\s*/.exec(source.slice(place))?.[0].length ?? 0

const nameOf = (node: { readonly type: string; readonly name?: string; readonly value?: string }): string =>
  node.name ?? node.value ?? ""

const isDeclarationOf = (node: Program["body"][number] | Declaration, name: string): node is Declaration => {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.some(({ id }) => id.type === "Identifier" && id.name === name)
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "ClassDeclaration":
    case "FunctionDeclaration":
      return node.id?.name === name
    default:
      return false
  }
}

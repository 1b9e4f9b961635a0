/**
 * Functions that a pure part must not call, each replaced by one that tells while the part is called and is as ever
 * otherwise.
 *
 * A function that was taken before it was replaced, as in `const now = Date.now` at the top of a module, cannot be caught;
 * that it was used shows only where what it gave made a difference between two runs.
 */
export class Traps {
  /** What was called, by name. */
  readonly caught = new Set<string>()
  readonly #undo: Array<() => void> = []
  #isWatching = false

  /** Functions that are watched. */
  get count(): number {
    return this.#undo.length
  }

  /** Calls what is to be watched. */
  readonly watch = <Answer>(run: () => Answer): Answer => {
    const before = this.#isWatching
    this.#isWatching = true
    try {
      return run()
    } finally {
      this.#isWatching = before
    }
  }

  /** Replaces a function of an object, own or inherited; does nothing when it has none of that name. */
  setFunction(owner: object, key: PropertyKey, name: string): void {
    const original: unknown = Reflect.get(owner, key)
    if (isFunction(original))
      this.#replace(
        owner,
        key,
        this.#guarded(original, name, () => true)
      )
  }

  /** Replaces a class whose calls without arguments are to be told of, such as `Date`. */
  setClockClass(owner: object, key: PropertyKey, name: string): void {
    const original: unknown = Reflect.get(owner, key)
    if (isFunction(original))
      this.#replace(
        owner,
        key,
        this.#guarded(original, name, (args) => args.length === 0)
      )
  }

  /** Replaces an object whose fields are to be told of when they are read. */
  setFields(owner: object, key: PropertyKey, name: string): void {
    const original: unknown = Reflect.get(owner, key)
    if (typeof original !== "object" || original === null) return
    const watched = new Proxy(original, {
      get: (target, field) => {
        this.#tell(`${name}.${String(field)}`)
        return Reflect.get(target, field)
      },
      has: (target, field) => {
        this.#tell(`${name}.${String(field)}`)
        return Reflect.has(target, field)
      },
      ownKeys: (target) => {
        this.#tell(name)
        return Reflect.ownKeys(target)
      }
    })
    this.#replace(owner, key, watched)
  }

  /** Puts everything back. */
  lift(): void {
    for (const undo of this.#undo.toReversed()) undo()
    this.#undo.length = 0
  }

  #guarded(original: AnyFunction, name: string, isTold: (args: ReadonlyArray<unknown>) => boolean): AnyFunction {
    return new Proxy(original, {
      apply: (target, self, args) => {
        this.#tell(name)
        return Reflect.apply(target, self, args)
      },
      construct: (target, args, newTarget) => {
        if (isTold(args)) this.#tell(`new ${name}`)
        return Reflect.construct(target, args, newTarget)
      }
    })
  }

  #replace(owner: object, key: PropertyKey, value: unknown): void {
    const before = Reflect.getOwnPropertyDescriptor(owner, key)
    const { configurable = true, enumerable = true, writable = true } = before ?? {}
    if (!configurable && !writable) return
    const after = configurable ? { value, enumerable, configurable, writable: true } : { value }
    if (!Reflect.defineProperty(owner, key, after)) return
    // What was inherited is inherited again when nothing is in its way.
    this.#undo.push(() =>
      before === undefined ? Reflect.deleteProperty(owner, key) : Reflect.defineProperty(owner, key, before)
    )
  }

  /** Throws while something is watched: what it asked for must not happen, and a caller that goes on is known all the same. */
  #tell(name: string): void {
    if (!this.#isWatching) return
    this.caught.add(name)
    throw new Error(`${name} was used, which is neither the window, the state, the params nor the context`)
  }
}

type AnyFunction = (...args: ReadonlyArray<never>) => unknown

const isFunction = (value: unknown): value is AnyFunction => typeof value === "function"

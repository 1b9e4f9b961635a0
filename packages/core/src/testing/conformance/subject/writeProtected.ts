/** Told of an attempt to change something: where, such as `features.swings.pivots.0`. */
export type OnWrite = (path: string) => void

/**
 * The object as it is, but every attempt to change it or what is in it is told of and fails, as on a frozen object.
 * Methods of classes are called on the object itself, for they may reach into private fields.
 */
export const writeProtected = <Given extends object>(given: Given, path: string, onWrite: OnWrite): Given => {
  const refused = (key?: PropertyKey): false => {
    onWrite(key === undefined ? path : `${path}.${String(key)}`)
    return false
  }
  const shownOf = (value: unknown, key: PropertyKey): unknown =>
    typeof value === "object" && value !== null ? writeProtected(value, `${path}.${String(key)}`, onWrite) : value
  return new Proxy(given, {
    get: (target, key, proxy) => {
      const value: unknown = Reflect.get(target, key, target)
      if (isFixed(target, key)) return value
      if (!isFunction(value)) return shownOf(value, key)
      const self = isPlain(target) ? proxy : target
      return (...args: ReadonlyArray<unknown>) => shownOf(Reflect.apply(value, self, args), key)
    },
    set: (_, key) => refused(key),
    defineProperty: (_, key) => refused(key),
    deleteProperty: (_, key) => refused(key),
    setPrototypeOf: () => refused(),
    preventExtensions: () => refused()
  })
}

type AnyFunction = (...args: ReadonlyArray<unknown>) => unknown

const isFunction = (value: unknown): value is AnyFunction => typeof value === "function"

const isPlain = (object: object): boolean =>
  Array.isArray(object) || Reflect.getPrototypeOf(object) === Object.prototype

/** What can never be anything else a proxy must show as it is. */
const isFixed = (target: object, key: PropertyKey): boolean => {
  const property = Reflect.getOwnPropertyDescriptor(target, key)
  return property !== undefined && property.configurable === false && property.writable === false
}

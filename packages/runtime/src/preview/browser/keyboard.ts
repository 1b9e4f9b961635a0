/// <reference lib="dom" />

/** What each key does, by the name that the browser gives it. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Obeys keys wherever the focus is, but where the focused control has its own use for them. */
export const onKeys = (keys: Keys): void =>
  document.addEventListener("keydown", (event) => {
    const obey = keys[event.key]
    if (obey === undefined || event.ctrlKey || event.metaKey || event.altKey || isOwnKey(event)) return
    event.preventDefault()
    obey(event)
  })

const isOwnKey = ({ key, target }: KeyboardEvent): boolean => {
  if (document.querySelector(":popover-open") !== null) return key !== "?"
  if (target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement) return key !== " "
  return target instanceof HTMLButtonElement && key === " "
}

import { elementById } from "./element.ts"

/** The two lists of the side panel. */
export type TabName = "detections" | "near-misses"

/** Brings the tabs to life; `changed` is told the name of the one that was opened. Returns how to open one. */
export const tabs = (changed: (name: TabName) => void): ((name: TabName) => void) => {
  const all = names.map((name) => ({
    name,
    tab: elementById(`${name}-tab`, HTMLButtonElement),
    panel: elementById(`${name}-panel`, HTMLElement)
  }))
  const open = (chosen: TabName) => {
    for (const { name, panel, tab } of all) {
      tab.setAttribute("aria-selected", String(name === chosen))
      tab.tabIndex = name === chosen ? 0 : -1
      panel.hidden = name !== chosen
    }
    changed(chosen)
  }
  for (const [index, { name, tab }] of all.entries()) {
    tab.addEventListener("click", () => open(name))
    tab.addEventListener("keydown", (event) => {
      const other = event.key === "ArrowLeft" || event.key === "ArrowRight" ? all[1 - index] : undefined
      if (other === undefined) return
      event.stopPropagation()
      open(other.name)
      other.tab.focus()
    })
  }
  return open
}

const names = ["detections", "near-misses"] as const

/** A card beside the pointer. */
export interface HoverCard {
  /** `x` and `y` are the pointer's place in the element that holds the card. */
  readonly show: (content: ReadonlyArray<HTMLElement>, x: number, y: number) => void
  readonly hide: () => void
}

/** Shows and hides that element, always wholly inside the one that holds it. */
export const hoverCard = (card: HTMLElement): HoverCard => ({
  show: (content, x, y) => {
    card.replaceChildren(...content)
    card.hidden = false
    const area = card.parentElement?.getBoundingClientRect() ?? card.getBoundingClientRect()
    const right = x + distance
    const left = right + card.offsetWidth <= area.width ? right : x - distance - card.offsetWidth
    const top = Math.max(margin, Math.min(y - card.offsetHeight / 2, area.height - card.offsetHeight - margin))
    card.style.transform = `translate(${Math.max(margin, left)}px, ${top}px)`
  },
  hide: () => {
    card.hidden = true
  }
})

const distance = 24
const margin = 8

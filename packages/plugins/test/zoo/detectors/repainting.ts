import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf } from "../detectorWith.ts"

export const findsItAgain: BadDetector = {
  bad: "Returns a match again for as long as it is in the window",
  caughtBy: ["C07"],
  make: () =>
    detectorWith({
      name: "finds-it-again",
      history: 5,
      detect: (window) => {
        const ages = [0, 1, 2].filter(
          (age) => window.close(age) > window.close(age + 1) && window.close(age + 1) > window.close(age + 2)
        )
        return ages.map((age) => matchOf(window, { trigger: age, price: window.close(age), anchors: [age] }))
      }
    })
}

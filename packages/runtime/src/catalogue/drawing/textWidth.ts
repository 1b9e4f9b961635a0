/**
 * About the width of a text of a drawing, in pixels. Readers have different fonts, so that it is rather too much than too
 * little.
 */
export const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0)

const letterWidth = (letter: string): number => {
  if ("ijltf|.,:;'!() ".includes(letter)) return 4.2
  if ("mwMW%@".includes(letter)) return 11
  return /[A-Z–…]/.test(letter) ? 9 : 7.3
}

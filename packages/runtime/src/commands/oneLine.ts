/** A text without its line breaks. */
export const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ")

/** A URL for logs and errors: without user, password, query and fragment, which may hold a token. */
export const withoutSecrets = (url: string): string => {
  const parsed = URL.parse(url)
  if (parsed === null) return "an invalid URL"
  return `${parsed.protocol}//${parsed.host}${parsed.pathname === "/" ? "" : parsed.pathname}`
}

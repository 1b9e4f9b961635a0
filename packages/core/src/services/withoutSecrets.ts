/** A URL for logs and errors: without user, password, query and fragment, which may hold a token. */
export const withoutSecrets = (url: string): string => {
  const parsed = URL.parse(url)
  return parsed === null ? "an invalid URL" : `${parsed.protocol}//${parsed.host}${parsed.pathname}`
}

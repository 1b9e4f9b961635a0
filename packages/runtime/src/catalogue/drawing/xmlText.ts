import { escapeHtml } from "../../preview/escapeHtml.ts"

/** Text as it must be written in XML, which unlike HTML has no signs that control a terminal or a printer. */
export const xmlText = (text: string): string => escapeHtml(text.replace(notOfXml, replacement))

// oxlint-disable-next-line no-control-regex
const notOfXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const replacement = "\ufffd"

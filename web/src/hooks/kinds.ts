/** "report" or "report.sent" → the page's word for it; the code itself when it has none. */
export function kindWord(kind: string, t: (key: string) => string, te: (key: string) => boolean): string {
  const key = `hooks.kind.${kind.split('.')[0]}`
  const word = te(key) ? t(key) : kind.split('.')[0]!
  return kind.includes('.') ? `${word} ${kind}` : word
}

/** The words before the point, each once, in the order in which they come. */
export function wordsOf(kinds: string[]): string[] {
  return [...new Set(kinds.map((each) => each.split('.')[0]!))]
}

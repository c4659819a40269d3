/** What a public page keeps on the device, so that it says something without a line. Nothing personal goes in. */
const PREFIX = 'anlan.open.'

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A full or forbidden store only means that nothing is kept.
    return
  }
}

export function kept<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

const DAY_MS = 86_400_000

/** Whole days until an instant, counted as people do: what ends tonight has 0 left; past, how many days ago. */
export function daysLeft(due: string, now_ms: number): number {
  const left = (Date.parse(due) - now_ms) / DAY_MS
  return left >= 0 ? Math.max(0, Math.ceil(left) - 1) : -Math.max(1, Math.ceil(-left))
}

/** How much of a span is left, 0 to 1. */
export function partLeft(from: string, due: string, now_ms: number): number {
  const total = Math.max(1, Date.parse(due) - Date.parse(from))
  return Math.min(1, Math.max(0, (Date.parse(due) - now_ms) / total))
}

/** The station's day so many days from now, as a date field wants it: "2026-12-15". */
export function dayAfter(days: number, now_ms: number): string {
  return new Date(now_ms + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)
}

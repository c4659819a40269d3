export type Span = 'week' | 'month' | 'year'

const DAY_MS = 86_400_000
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** First and last day of the week (from Monday), month or year that holds the day. */
export function spanOf(span: Span, today: string): { from: string; until: string } {
  const at = Date.parse(`${today}T00:00:00Z`)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (span === 'year') return { from: `${year}-01-01`, until: `${year}-12-31` }
  if (span === 'month') return { from: `${today.slice(0, 7)}-01`, until: text(Date.UTC(year, month, 0)) }
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS
  return { from: text(monday), until: text(monday + 6 * DAY_MS) }
}

import type { SharedKind } from '@/api'

const URGENCIES = ['life_safety', 'urgent', 'routine']

/** "call.placed/1" → "call_placed", the key of its name in the words. */
export const kindKey = (kind: string): string => kind.replace(/\/\d+$/, '').replace('.', '_')

/** What leaves at all, the most urgent first. */
export function rulesThatLeave(rules: SharedKind[]): SharedKind[] {
  const rank = (rule: SharedKind) => URGENCIES.indexOf(rule.urgency)
  return rules.filter((each) => each.share !== 'local').sort((a, b) => rank(a) - rank(b) || a.kind.localeCompare(b.kind))
}

/** A field's value in one line; what was taken out shows as a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && !value.length)) return '—'
  if (typeof value !== 'object') return String(value)
  const parts = Object.values(value).map(valueText)
  return parts.length ? parts.join(Array.isArray(value) ? '; ' : ', ') : '—'
}

const TELLING = ['headline', 'title', 'statement', 'reason_zh', 'reason', 'values', 'name', 'text', 'key']

/** The field that tells most of an entry, in one line; everything when there is none. */
export function briefOf(body: Record<string, unknown>): string {
  const telling = TELLING.map((each) => valueText(body[each] ?? null)).find((each) => each !== '—')
  return telling ?? Object.values(body).map(valueText).join(' · ')
}

import type { Figures, Incident, IncidentClock, ReportAccount } from '@/api'

/** The numbers in the order of every form; the loss is typed in 万元 and kept in yuan. */
export const FIGURES = [
  'dead',
  'missing',
  'injured_badly',
  'injured_lightly',
  'trapped',
  'affected',
  'moved',
  'houses',
  'loss_yuan',
] as const
export type FigureKey = (typeof FIGURES)[number]
const WAN = 10_000

/** As typed; an empty field is not known, which is not zero. */
export type TypedFigures = Record<FigureKey, string>

export function typed(figures: Partial<Figures>): TypedFigures {
  const text = (key: FigureKey) => {
    const value = figures[key]
    if (value === null || value === undefined) return ''
    return String(key === 'loss_yuan' ? value / WAN : value)
  }
  return Object.fromEntries(FIGURES.map((key) => [key, text(key)])) as TypedFigures
}

export function figuresOf(fields: TypedFigures): Figures {
  const value = (key: FigureKey) => {
    const text = String(fields[key]).trim()
    if (text === '') return null
    return key === 'loss_yuan' ? Math.round(Number(text) * WAN) : Number(text)
  }
  return Object.fromEntries(FIGURES.map((key) => [key, value(key)])) as Figures
}

export const TEXTS = ['course', 'cause', 'measures', 'leaders', 'trend', 'next', 'request'] as const
export type TextKey = (typeof TEXTS)[number]

/** Which parts of two accounts differ, the texts first. */
export function differences(a: ReportAccount, b: ReportAccount): string[] {
  const texts = (['title', ...TEXTS] as const).filter((key) => a[key] !== b[key])
  const numbers = FIGURES.filter((key) => (a.figures[key] ?? null) !== (b.figures[key] ?? null))
  return [...texts, ...numbers.map((key) => `figures.${key}`)]
}

/** One part of an account as words for a comparison. */
export function part(account: ReportAccount, key: string): string {
  if (!key.startsWith('figures.')) return account[key as TextKey] || '—'
  return typed(account.figures)[key.slice(8) as FigureKey] || '—'
}

export const isRunning = (clock: IncidentClock) => clock.done_at === null
export const isLate = (clock: IncidentClock) => clock.late && isRunning(clock)

/** Open ones first, the nearest limit first; then what is ended, the newest first. */
export function sorted(incidents: Incident[]): Incident[] {
  const due = (each: Incident) => (each.next ? Date.parse(each.next.due) : Number.MAX_SAFE_INTEGER)
  return [...incidents].sort((a, b) => due(a) - due(b) || b.known_at.localeCompare(a.known_at))
}

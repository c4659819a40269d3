const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000

export interface Week {
  /** "2026-W48", as the server reads it. */
  id: string
  number: number
  /** "11-23" */
  from: string
  until: string
}

const dayText = (ms: number): string => new Date(ms).toISOString().slice(5, 10)

/** The week a day of the station lies in, numbered as ISO 8601 does: by its Thursday. */
export function weekOf(at_ms: number): Week {
  const day = Math.floor((at_ms + BEIJING_MS) / DAY_MS) * DAY_MS
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS
  const thursday = monday + 3 * DAY_MS
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  const id = `${year}-W${String(number).padStart(2, '0')}`
  return { id, number, from: dayText(monday), until: dayText(monday + 6 * DAY_MS) }
}

/** This week and those before it, the newest first. */
export const lastWeeks = (now_ms: number, count: number): Week[] =>
  Array.from({ length: count }, (_, back) => weekOf(now_ms - back * 7 * DAY_MS))

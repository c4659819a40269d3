import { locale } from './i18n'

const pad = (n: number) => String(n).padStart(2, '0')

/** 583 → "09:43"; 4664 → "1:17:44"; a late −83 → "01:23" (the sign is said by words and colour). */
export function countdown(seconds: number): string {
  const s = Math.abs(Math.trunc(seconds))
  const [hours, minutes] = [Math.floor(s / 3600), Math.floor((s % 3600) / 60)]
  return hours ? `${hours}:${pad(minutes)}:${pad(s % 60)}` : `${pad(minutes)}:${pad(s % 60)}`
}

/** A running time without seconds: "23:42" hours and minutes; past two days "3d 04:10". */
export function span(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60))
  const days = Math.floor(minutes / 1440)
  const rest = `${pad(Math.floor((minutes % 1440) / 60))}:${pad(minutes % 60)}`
  return days >= 2 ? `${days}d ${rest}` : `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** Seconds from `now` until `instant`; negative when past. */
export function secondsUntil(instant: string, now_ms: number): number {
  return Math.round((Date.parse(instant) - now_ms) / 1000)
}

const ZONE = 'Asia/Shanghai' // The station's wall clock, whatever this computer is set to.
type Parts = 'time' | 'clock' | 'date' | 'dateTime' | 'full'
const shapes: Record<Parts, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  date: { month: 'long', day: 'numeric', weekday: 'long' },
  dateTime: { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
}
const formats = new Map<string, Intl.DateTimeFormat>()

/** An instant on the station's wall clock. */
export function wall(instant: string | number | null, parts: Parts = 'time'): string {
  if (instant === null || instant === '') return '—'
  const key = locale() + parts
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(), { ...shapes[parts], timeZone: ZONE })))
  return format.format(typeof instant === 'number' ? instant : Date.parse(instant))
}

const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })
/** The station's day of an instant, with its year: "2027-11-30". */
export const dayOf = (instant: string): string => iso.format(Date.parse(instant))

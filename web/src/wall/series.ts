import type { Call, Typhoon } from '@/api'

export interface Point {
  at: number
  value: number
}

const TWO_DAYS_MS = 48 * 3600_000

/** The wind at the typhoon's centre over its last two days, m/s. */
export function windSeries(typhoon: Typhoon): Point[] {
  const points = typhoon.points.map((point) => ({ at: Date.parse(point.at), value: point.wind_ms }))
  const last = points.at(-1)?.at ?? 0
  return points.filter((point) => last - point.at <= TWO_DAYS_MS)
}

/** How many had answered, minute by minute, from the first call on. */
export function answersSeries(calls: Call[]): Point[] {
  const start = Math.min(...calls.map((call) => Date.parse(call.placed_at)))
  const times = calls.flatMap((call) => (call.answered_at ? [Date.parse(call.answered_at)] : [])).sort((a, b) => a - b)
  if (times.length === 0) return []
  return [{ at: 0, value: 0 }, ...times.map((time, index) => ({ at: time - start, value: index + 1 }))]
}

/** Speed of the centre between its last two positions, km/h; null when it cannot be told. */
export function speed_kmh(typhoon: Typhoon): number | null {
  const [before, now] = typhoon.points.slice(-2)
  if (!before || !now) return null
  const hours = (Date.parse(now.at) - Date.parse(before.at)) / 3600_000
  if (hours <= 0) return null
  const rad = Math.PI / 180
  const [a, b] = [before.lat * rad, now.lat * rad]
  const half =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((now.lon - before.lon) * rad) / 2) ** 2
  return (2 * 6371 * Math.asin(Math.sqrt(half))) / hours
}

/** Round steps for an axis from 0 to at least `top`. */
export function ticks(top: number, wanted = 4): number[] {
  const raw = Math.max(top, 1) / wanted
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * size).find((each) => each >= raw) ?? size)
  return Array.from({ length: Math.ceil(Math.max(top, 1) / step) + 1 }, (_, index) => index * step)
}

import type { Review } from '@/api'
import type { Mark, Tone } from '@/map/types'

type Area = Review['areas'][number]
type State = Area['changes'][number]['state']

const tones: Record<State, Tone | undefined> = { none: 'idle', ringing: 'waiting', answered: 'done', late: 'late', door: 'moving' }

/** How an area stood at a moment: its last change until then. */
export function toneAt(area: Area, at_ms: number): Tone {
  let state: State = 'none'
  for (const change of area.changes) if (Date.parse(change.at) <= at_ms) state = change.state
  return tones[state] ?? 'idle'
}

export function marksAt(areas: Area[], at_ms: number): Mark[] {
  return areas.flatMap((area) =>
    area.lon === null || area.lat === null
      ? []
      : [{ id: area.area, name: area.name, lon: area.lon, lat: area.lat, tone: toneAt(area, at_ms) }],
  )
}

/** The middle of the answer times; null when nobody answered. */
export function median(seconds: (number | null)[]): number | null {
  const known = seconds.filter((each) => each !== null).sort((a, b) => a - b)
  if (!known.length) return null
  const middle = Math.floor((known.length - 1) / 2)
  const [low, high] = [known[middle] ?? 0, known[known.length - 1 - middle] ?? 0]
  return Math.round((low + high) / 2)
}

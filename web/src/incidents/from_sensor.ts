import type { LocationQuery } from 'vue-router'

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : '')
const number = (value: LocationQuery[string] | undefined) => (text(value) === '' || !Number.isFinite(Number(text(value))) ? null : Number(text(value)))

/** What a sensor's alarm has said already when it is taken as an incident; nothing for anybody else. */
export function fromSensor(query: LocationQuery) {
  if (query.from !== 'sensor') return null
  return {
    words: text(query.words),
    place: { words: text(query.place), area: text(query.area), lon: number(query.lon), lat: number(query.lat) },
  }
}

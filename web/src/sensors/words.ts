import type { Sensor, SensorAlarm } from '@/api'

type Tone = 'done' | 'waiting' | 'moving' | 'late' | 'idle'

export const toneOf: Record<Sensor['state'], Tone> = {
  ok: 'done',
  watch: 'waiting',
  act: 'late',
  silent: 'waiting',
  never: 'idle',
  below: 'idle',
}

/** Those that need an eye first. */
const order: Sensor['state'][] = ['act', 'watch', 'silent', 'never', 'ok', 'below']
export function byNeed(sensors: Sensor[]): Sensor[] {
  return [...sensors].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** Nobody has taken it, or it still stands. */
export const unattended = (alarm: SensorAlarm) => !alarm.attended_at && !alarm.node

/** What an alarm says of itself when it is taken as an incident (/incidents/new). */
export function asIncident(alarm: SensorAlarm, place?: { lon?: number | null; lat?: number | null }): Record<string, string> {
  return {
    from: 'sensor',
    words: alarm.text,
    place: alarm.name,
    area: alarm.area,
    ...(place?.lon != null && place.lat != null ? { lon: String(place.lon), lat: String(place.lat) } : {}),
  }
}

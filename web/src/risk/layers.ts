import type { Colour, RegisterRow, Sensor } from '@/api'
import type { Mark, Tone } from '@/map/types'
import { toneOf } from '@/sensors/words'

export const LAYERS = ['points', 'places', 'sensors', 'shelters'] as const
export type Layer = (typeof LAYERS)[number]

/** One thing on the risk map, whatever list it is from. */
export interface Thing {
  id: string
  layer: Layer
  name: string
  area: string
  /** Of the four colours, as the list writes it; or empty. */
  grade: string
  tone: Tone
  lon: number | null
  lat: number | null
  people: number
  row?: RegisterRow
  sensor?: Sensor
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const number = (value: unknown) => (typeof value === 'number' ? value : null)

export function ofRow(layer: Layer, row: RegisterRow): Thing {
  const v = row.values as Record<string, unknown>
  return {
    id: `${layer}:${row.id}`,
    layer,
    name: text(v.name),
    area: text(v.area),
    grade: text(v.grade),
    tone: 'done',
    lon: number(v.lon),
    lat: number(v.lat),
    people: number(v.people) ?? number(v.workers) ?? number(v.capacity) ?? 0,
    row,
  }
}

export function ofSensor(sensor: Sensor): Thing {
  const { id, name, area, lon, lat, state } = sensor
  return { id: `sensors:${id}`, layer: 'sensors', name, area, grade: '', tone: toneOf[state], lon: lon ?? null, lat: lat ?? null, people: 0, sensor }
}

/** The colours of a class as the list writes them: 4 characters, gravest first. */
const CLASSES: Record<string, Exclude<Colour, 'none'>> = { '\u7ea2': 'red', '\u6a59': 'orange', '\u9ec4': 'yellow', '\u84dd': 'blue' }
export const colourOfGrade = (grade: string) => CLASSES[grade] ?? ''
const RISK: Record<string, { fill: string; on: string }> = {
  red: { fill: '#D01F26', on: '#FFFFFF' },
  orange: { fill: '#F58220', on: '#241000' },
  yellow: { fill: '#FFD21F', on: '#2A2100' },
  blue: { fill: '#1E6FE0', on: '#FFFFFF' },
}
const PLAIN: Record<Layer, { fill: string; on: string }> = {
  points: { fill: '#5F6F82', on: '#FFFFFF' },
  places: { fill: '#5F6F82', on: '#FFFFFF' },
  sensors: { fill: '#0B6678', on: '#FFFFFF' },
  shelters: { fill: '#0E7A4A', on: '#FFFFFF' },
}

/** A class has its colour and a kind its sign; a sensor that alarms looks as anything that is late. */
export function markOf(thing: Thing, sign: (layer: Layer) => string): Mark | null {
  if (thing.lon === null || thing.lat === null) return null
  const { id, lon, lat } = thing
  const name = thing.name.replace(/（[^）]*）$/, '') // what stands in brackets is in the list
  const alarm = thing.tone === 'late' || thing.tone === 'waiting'
  if (alarm) return { id, name, lon, lat, tone: thing.tone }
  const paint = { ...PLAIN[thing.layer], ...RISK[colourOfGrade(thing.grade)], sign: sign(thing.layer) }
  return { id, name, lon, lat, tone: 'done', paint }
}

const weight = (thing: Thing) => {
  const alarm = { late: -2, waiting: -1, moving: 0, done: 0, idle: 0 }[thing.tone]
  const colour = colourOfGrade(thing.grade)
  return alarm || (colour ? ['red', 'orange', 'yellow', 'blue'].indexOf(colour) : 9)
}
/** What is gravest first. */
export const byWeight = (things: Thing[]) => [...things].sort((a, b) => weight(a) - weight(b) || b.people - a.people)

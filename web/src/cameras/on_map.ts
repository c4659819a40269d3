import type { Sensor } from '@/api'
import type { Mark } from '@/map/types'

const PREFIX = 'camera:'
const LOOK = { fill: '#174A82', on: '#FFFFFF' }

/** Cameras whose picture can be had here: those of stations below keep theirs. */
export const camerasIn = (sensors: Sensor[]) => sensors.filter((each) => each.camera && !each.node)

export function cameraMarks(cameras: Sensor[], sign: string): Mark[] {
  return cameras.flatMap(({ id, name, lon, lat }) =>
    lon == null || lat == null ? [] : [{ id: PREFIX + id, name, lon, lat, tone: 'done' as const, paint: { ...LOOK, sign } }],
  )
}

/** The camera that a press on a mark was meant for; nothing: it was another mark. */
export const pressedCamera = (mark: string, cameras: Sensor[]) =>
  mark.startsWith(PREFIX) ? (cameras.find((each) => each.id === mark.slice(PREFIX.length)) ?? null) : null

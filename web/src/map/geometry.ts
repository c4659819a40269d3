import type { Feature, FeatureCollection, Geometry, Polygon, Position } from 'geojson'
import type { QuadrantRadii, Typhoon, Warning, WarningArea } from '@/api'
import { warningInk } from './tokens'
import type { Bounds, Mark } from './types'

const EARTH_KM = 6371
const STEPS = 96
const BLEND = 0.2 // The last fifth of each quadrant runs over to the next radius, so the ring closes smoothly.
const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI

/** The point `km` away from (lon, lat) towards `bearing` degrees from north, on the sphere. */
export function travel(lon: number, lat: number, km: number, bearing: number): [number, number] {
  const arc = km / EARTH_KM
  const [phi, theta] = [radians(lat), radians(bearing)]
  const to = Math.asin(Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(theta))
  const turn = Math.atan2(Math.sin(theta) * Math.sin(arc) * Math.cos(phi), Math.cos(arc) - Math.sin(phi) * Math.sin(to))
  return [lon + degrees(turn), degrees(to)]
}

/** A wind circle given by its four quadrant radii (north-east first, clockwise), as a closed ring. */
export function windRing(lon: number, lat: number, radii_km: QuadrantRadii): Position[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const bearing = (step / STEPS) * 360
    const quadrant = Math.floor(bearing / 90) % 4
    const here = radii_km[quadrant] ?? 0
    const next = radii_km[(quadrant + 1) % 4] ?? 0
    const over = Math.max(0, ((bearing % 90) / 90 - (1 - BLEND)) / BLEND)
    return travel(lon, lat, here * (1 - over) + next * over, bearing)
  })
}

export function feature<G extends Geometry>(geometry: G, properties: Record<string, unknown> = {}): Feature<G> {
  return { type: 'Feature', properties, geometry }
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

export function polygon(ring: Position[], properties: Record<string, unknown> = {}): Feature<Polygon> {
  return feature({ type: 'Polygon', coordinates: [ring] }, properties)
}

/** The polygons and circles of a warning's areas; areas given only by codes have no shape here. */
export function areaShapes(areas: WarningArea[], colour?: string): FeatureCollection {
  const properties = colour ? { colour } : {}
  return collection(
    areas.flatMap((area) => [
      ...area.polygons.map((ring) => polygon(ring, properties)),
      ...area.circles.map((c) => {
        const r = c.radius_km
        return polygon(windRing(c.lon, c.lat, [r, r, r, r]), properties)
      }),
    ]),
  )
}

/** The shapes of several warnings together, each in its own colour. */
export function warningShapes(warnings: Warning[]): FeatureCollection {
  return collection(warnings.flatMap((each) => areaShapes(each.areas, warningInk[each.colour]).features))
}

/** The box that holds all positions, or null when there are none. */
export function boundsOf(positions: Position[]): Bounds | null {
  if (positions.length === 0) return null
  const lons = positions.map((p) => p[0] ?? 0)
  const lats = positions.map((p) => p[1] ?? 0)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

export function markBounds(marks: Mark[]): Bounds | null {
  return boundsOf(marks.map((mark) => [mark.lon, mark.lat]))
}

export function shapeBounds(shapes: FeatureCollection): Bounds | null {
  return boundsOf(
    shapes.features.flatMap((each) => (each.geometry.type === 'Polygon' ? (each.geometry.coordinates[0] ?? []) : [])),
  )
}

/** Where a typhoon is now: its last observed point. */
export function centreOf(typhoon: Typhoon): Typhoon['points'][number] | null {
  return typhoon.points.at(-1) ?? null
}

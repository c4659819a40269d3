import type { FeatureCollection, Position } from 'geojson'
import type { Grid, GridBoard } from '@/api'
import { collection, feature, polygon } from '@/map/geometry'
import type { Bounds, Mark } from '@/map/types'

export interface Corner {
  lon: number
  lat: number
}

const RED = '#D01F26'
const GREEN = '#0E7A4A'
const BLUE = '#0F5CC0'

const ring = (outline: Corner[]): Position[] => {
  const points = outline.map(({ lon, lat }) => [lon, lat])
  return points.length ? [...points, points[0]!] : []
}

/** Ours: red where nobody looks after it; those below likewise; what is being drawn in blue. */
export function gridShapes(board: GridBoard | null, chosen: string | null, drawing: Corner[]): FeatureCollection {
  const own = (board?.grids ?? []).map((grid) =>
    polygon(ring(grid.outline), { colour: grid.id === chosen ? BLUE : grid.gap === 'none' ? GREEN : RED }),
  )
  const below = (board?.ground_below ?? []).map((grid) =>
    polygon(ring(grid.outline), { colour: grid.nobody ? RED : GREEN }),
  )
  const now =
    drawing.length > 2
      ? [polygon(ring(drawing), { colour: BLUE })]
      : drawing.length > 1
        ? [feature({ type: 'LineString', coordinates: ring(drawing) }, { colour: BLUE })]
        : []
  return collection([...below, ...own, ...now])
}

export function middle(outline: Corner[]): Corner {
  const n = Math.max(1, outline.length)
  return { lon: outline.reduce((sum, each) => sum + each.lon, 0) / n, lat: outline.reduce((sum, each) => sum + each.lat, 0) / n }
}

/** A sign and the name on each grid; while drawing, the corners. */
export function gridMarks(grids: Grid[], drawing: Corner[] | null): Mark[] {
  if (drawing) return drawing.map((each, at) => ({ id: `corner-${at}`, name: String(at + 1), ...each, tone: 'idle' as const }))
  return grids.map((grid) => ({
    id: grid.id,
    name: grid.name,
    ...middle(grid.outline),
    tone: grid.gap !== 'none' ? ('late' as const) : grid.open ? ('waiting' as const) : ('done' as const),
  }))
}

export function boundsOf(outlines: Corner[][]): Bounds | null {
  const all = outlines.flat()
  if (!all.length) return null
  const lons = all.map((each) => each.lon)
  const lats = all.map((each) => each.lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** "后山边坡：裂缝、掉块", a line each. */
export function stopsOf(text: string): { name: string; look: string; lon: null; lat: null }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.search(/[：:]/)
      const [name, look] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
      return { name: name.trim(), look: look.trim(), lon: null, lat: null }
    })
}

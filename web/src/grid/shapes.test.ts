import { expect, test } from 'vitest'
import type { Grid } from '@/api'
import { boundsOf, gridMarks, gridShapes, stopsOf } from './shapes'

const corners = [
  { lon: 118.7, lat: 24.69 },
  { lon: 118.71, lat: 24.69 },
  { lon: 118.71, lat: 24.7 },
]
const grid = (gap: Grid['gap'], open = 0): Grid => ({ id: gap, name: gap, outline: corners, gap, open, area: '', area_name: '', members: [], patrols: [] })
const board = (gap: Grid['gap']) => ({ grids: [grid(gap)], blank: [], below: [], ground_below: [] }) as never

test('a grid nobody looks after is red, on the map and by its sign', () => {
  const colour = (gap: Grid['gap']) => gridShapes(board(gap), null, []).features[0]!.properties!.colour
  expect(colour('nobody')).toBe('#D01F26')
  expect(colour('none')).not.toBe('#D01F26')
  expect(gridMarks([grid('away')], null)[0]!.tone).toBe('late')
  expect(gridMarks([grid('none', 1)], null)[0]!.tone).toBe('waiting')
})

test('what is being drawn is a line until it has three corners', () => {
  const type = (n: number) => gridShapes(null, null, corners.slice(0, n)).features[0]?.geometry.type
  expect([type(1), type(2), type(3)]).toEqual([undefined, 'LineString', 'Polygon'])
  expect(gridMarks([], corners).map((mark) => mark.name)).toEqual(['1', '2', '3'])
})

test('an outline is closed, and the map shows all of it', () => {
  const drawn = gridShapes(board('none'), null, []).features[0]!.geometry as { coordinates: number[][][] }
  expect(drawn.coordinates[0]!.at(-1)).toEqual(drawn.coordinates[0]![0])
  expect(boundsOf([corners])).toEqual([118.7, 24.69, 118.71, 24.7])
  expect(boundsOf([])).toBeNull()
})

test('places of a patrol are read line by line', () => {
  expect(stopsOf('后山边坡：裂缝、掉块\n\n 水闸 ').map(({ name, look }) => [name, look])).toEqual([
    ['后山边坡', '裂缝、掉块'],
    ['水闸', ''],
  ])
})

import { describe, expect, test } from 'vitest'
import { areaShapes, boundsOf, travel, windRing } from './geometry'

describe('travelling over the sphere', () => {
  test('a degree of latitude is about 111 km', () => {
    const [lon, lat] = travel(118, 24, 111.2, 0)
    expect(lon).toBeCloseTo(118, 6)
    expect(lat).toBeCloseTo(25, 2)
  })
})

describe('a wind circle', () => {
  const ring = windRing(118.74, 24.02, [350, 330, 300, 320])
  test('is closed', () => {
    expect(ring[0]?.[0]).toBeCloseTo(ring.at(-1)?.[0] ?? 0, 1)
  })
  test('reaches north as far as the north-eastern radius says', () => {
    expect((ring[0]?.[1] ?? 0) - 24.02).toBeCloseTo(350 / 111.2, 1)
  })
  test('is smaller in the south-west', () => {
    const west = Math.min(...ring.map((p) => p[1] ?? 0))
    expect(24.02 - west).toBeLessThan(330 / 111.2)
  })
})

describe('a warning’s areas', () => {
  test('of codes only have no shape', () => {
    expect(areaShapes([{ description: '', codes: ['350581000000'], polygons: [], circles: [] }]).features).toEqual([])
  })
  test('with a circle become a ring', () => {
    const shapes = areaShapes([
      { description: '', codes: [], polygons: [], circles: [{ lon: 118, lat: 24, radius_km: 25 }] },
    ])
    expect(shapes.features).toHaveLength(1)
  })
})

test('no positions have no box', () => expect(boundsOf([])).toBeNull())

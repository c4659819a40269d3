import { expect, test } from 'vitest'
import { shrunk } from './photo'

test('a large photo is drawn with 1600 points at its longer side', () => {
  expect(shrunk(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(shrunk(3000, 4000)).toEqual({ width: 1200, height: 1600 })
})

test('a small photo stays as it is', () => {
  expect(shrunk(640, 480)).toEqual({ width: 640, height: 480 })
})

import { expect, test } from 'vitest'
import type { Sensor } from '@/api'
import { cameraMarks, camerasIn, pressedCamera } from './on_map'

const sensor = (id: string, more: Partial<Sensor>) => ({ id, name: id, camera: true, node: '', lon: 118.7, lat: 24.7, ...more }) as Sensor
const all = [sensor('gate', {}), sensor('gauge', { camera: false }), sensor('below', { node: '350581106201' }), sensor('nowhere', { lon: null, lat: null })]

test('cameras of this station that have a place stand on the map', () => {
  expect(cameraMarks(camerasIn(all), 'x').map((each) => each.id)).toEqual(['camera:gate'])
})
test('a press on a camera is told from a press on a village', () => {
  expect(pressedCamera('camera:gate', all)?.id).toBe('gate')
  expect(pressedCamera('350581106201', all)).toBeNull()
  expect(pressedCamera('camera:gone', all)).toBeNull()
})

import { expect, test } from 'vitest'
import { byWeight, markOf, ofRow, ofSensor } from './layers'
import type { RegisterRow, Sensor } from '@/api'

const row = (id: string, values: Record<string, unknown>) => ({ id, values, updated_at: '' }) as unknown as RegisterRow

test('a hazard point has the colour of its class and the sign of its kind', () => {
  const mark = markOf(ofRow('points', row('1', { name: '测试边坡', grade: '橙', lon: 118.7, lat: 24.7, people: 3 })), () => 'x')
  expect(mark?.paint).toEqual({ fill: '#F58220', on: '#241000', sign: 'x' })
})
test('what has no place is on the list alone', () => {
  expect(markOf(ofRow('points', row('1', { name: '测试边坡' })), () => 'x')).toBeNull()
})
test('an alarm comes before every class, and red before blue', () => {
  const alarm = ofSensor({ id: 's', name: '雨量', area: '', lon: 1, lat: 1, state: 'act' } as Sensor)
  const blue = ofRow('places', row('1', { grade: '蓝' }))
  const red = ofRow('places', row('2', { grade: '红' }))
  expect(byWeight([blue, red, alarm]).map((each) => each.id)).toEqual(['sensors:s', 'places:2', 'places:1'])
})

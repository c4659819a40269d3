import { expect, test } from 'vitest'
import { planFrom } from './plan'

const plan = { year: 2027, source: '测试', phases: [], tasks: [] }

test('a plan is read from its own file and from the answer that holds it', () => {
  expect(planFrom(JSON.stringify(plan))).toEqual(plan)
  expect(planFrom(JSON.stringify({ plan, stations: [] }))).toEqual(plan)
})

test('what is no plan is none', () => {
  for (const text of ['', 'no json', '[]', '{"year":"2027"}', '{"year":2027,"tasks":{}}']) expect(planFrom(text), text).toBeNull()
})

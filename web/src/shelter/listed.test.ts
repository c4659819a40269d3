import { expect, test } from 'vitest'
import type { Household } from '@/api'
import { merged } from './listed'

const row = (household: string, state: Household['state']) => ({ household, state }) as Household

test('a list takes over what is newer in its own place, and lets go what no longer belongs', () => {
  const list = [row('a', 'waiting'), row('b', 'waiting')]
  expect(merged(list, [row('b', 'refused')], '')).toEqual([row('a', 'waiting'), row('b', 'refused')])
  expect(merged(list, [row('b', 'refused')], 'waiting')).toEqual([row('a', 'waiting')])
  expect(merged(list, [row('c', 'waiting')], 'waiting').map((each) => each.household)).toEqual(['a', 'b', 'c'])
})

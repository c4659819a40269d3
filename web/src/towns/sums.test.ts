import { expect, test } from 'vitest'
import { sumOf, type Town } from './sums'

const town = (quantity: number, unit = '件'): Town => ({
  node: '350581106000',
  name: '测试镇',
  told_at: null,
  means: { stock: [{ item: '救生衣', unit, quantity }], teams: 1, members: 20, shelters: 2, capacity: 100 },
})

test('a total adds like to like, and leaves what came as it was', () => {
  const towns = [town(10), town(5), town(2, '箱')]
  const sum = sumOf(towns)
  expect(sum.stock.map(({ unit, quantity }) => [unit, quantity])).toEqual([
    ['件', 15],
    ['箱', 2],
  ])
  expect([sum.teams, sum.members, sum.shelters, sum.capacity]).toEqual([3, 60, 6, 300])
  expect(towns[0]?.means.stock[0]?.quantity).toBe(10)
})

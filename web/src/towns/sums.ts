import type { components } from '@/api/schema'

export type Town = components['schemas']['TownMeans']
export type Means = Town['means']

/** What all of them come to, item by item. */
export function sumOf(towns: Town[]): Means {
  const sum: Means = { stock: [], teams: 0, members: 0, shelters: 0, capacity: 0 }
  for (const { means } of towns) {
    sum.teams += means.teams
    sum.members += means.members
    sum.shelters += means.shelters
    sum.capacity += means.capacity
    for (const each of means.stock) {
      const known = sum.stock.find((one) => one.item === each.item && one.unit === each.unit)
      if (known) known.quantity += each.quantity
      else sum.stock.push({ ...each })
    }
  }
  return sum
}

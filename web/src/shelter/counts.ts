import type { Balance, HouseholdState } from '@/api'

/** In the order a household goes through them. */
export const STATES: HouseholdState[] = [
  'waiting',
  'told',
  'under_way',
  'arrived',
  'elsewhere',
  'refused',
  'not_found',
  'back_early',
  'returned',
]

export const movedOf = (people: Balance) => people.under_way + people.arrived + people.elsewhere
export const sumOf = (people: Balance) => STATES.reduce((sum, state) => sum + people[state], 0)
/** Still where the danger is, or nobody knows. */
export const leftOf = (people: Balance) =>
  people.waiting + people.told + people.refused + people.not_found + people.back_early

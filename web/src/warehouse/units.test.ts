import { expect, test } from 'vitest'
import { amount, grains } from './units'

const pump = { grain: 1, unit: '台' }
const diesel = { grain: 1000, unit: '升' }

test('litres are shown from thousandths, pumps as they are', () => {
  expect(amount(20_500, diesel)).toBe('20.5 升')
  expect(amount(3, pump)).toBe('3 台')
})

test('what is typed becomes whole thousandths; half a pump stays half, for the station to refuse', () => {
  expect(grains(0.1, diesel)).toBe(100)
  expect(grains(1.1, diesel)).toBe(1100)
  expect(grains(0.5, pump)).toBe(0.5)
})

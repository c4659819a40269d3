import { expect, test } from 'vitest'
import { briefOf, kindKey, rulesThatLeave, valueText } from './sharing'

const rule = (kind: string, share: string, urgency: string) => ({ room: '', kind, share, urgency, leaves: [], stays_home: [] })

test('what stays is not among what leaves, and lives come first', () => {
  const rules = [
    rule('plan.filed/1', 'up', 'routine'),
    rule('login.failed/1', 'local', 'routine'),
    rule('call.placed/1', 'up', 'life_safety'),
  ]
  expect(rulesThatLeave(rules).map((each) => each.kind)).toEqual(['call.placed/1', 'plan.filed/1'])
})

test('a kind is named without its version', () => {
  expect(kindKey('door_knock.done/2')).toBe('door_knock_done')
})

test('what a row holds is told without the marks of a program', () => {
  expect(valueText({ item: '编织袋', quantity: 420 })).toBe('编织袋, 420')
  expect(valueText([{ lon: 118.7, lat: 24.7 }, {}])).toBe('118.7, 24.7; —')
})

test('an entry is told by its title before its numbers', () => {
  expect(briefOf({ origin: '1m8', step: 'losses', title: '灾情统计' })).toBe('灾情统计')
  expect(briefOf({ seconds: 12, channel: 'app' })).toBe('12 · app')
})

test('what was taken out shows as a dash', () => {
  expect([valueText(''), valueText([]), valueText(null), valueText(0)]).toEqual(['—', '—', '—', '0'])
})

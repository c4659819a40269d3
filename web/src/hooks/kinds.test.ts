import { expect, test } from 'vitest'
import { kindWord, wordsOf } from './kinds'

const words: Record<string, string> = { 'hooks.kind.report': '报告' }
const t = (key: string) => words[key] ?? key
const te = (key: string) => key in words

test('a kind has its word, one of a kind its code beside it, an unknown one its code', () => {
  expect(kindWord('report', t, te)).toBe('报告')
  expect(kindWord('report.sent', t, te)).toBe('报告 report.sent')
  expect(kindWord('flood', t, te)).toBe('flood')
})

test('kinds are offered by their first word', () => {
  expect(wordsOf(['call.placed', 'call.answered', 'report.sent'])).toEqual(['call', 'report'])
})

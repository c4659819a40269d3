import { describe, expect, test } from 'vitest'
import type { Warning } from '@/api'
import { inWords, lag } from './lag'

const warning = (first: string | null) => ({ sent: '2023-07-27T15:42:00Z', first_response_at: first }) as Warning

describe('the time from warning to response', () => {
  test('is empty when nothing answered', () => expect(lag(warning(null))).toBe(''))
  test('is empty when the response ran before this warning', () =>
    expect(lag(warning('2023-07-27T01:00:00Z'))).toBe(''))
  test('is told in minutes', () => expect(lag(warning('2023-07-27T15:54:10Z'))).toBe('12 分钟'))
})

test('lengths past an hour keep their minutes', () => expect(inWords(7500)).toBe('2 小时 5 分'))

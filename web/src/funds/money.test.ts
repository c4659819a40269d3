import { describe, expect, it } from 'vitest'
import { fen, yuan } from './money'

describe('money', () => {
  it('is shown in yuan with two digits', () => {
    expect(yuan(0)).toBe('0.00')
    expect(yuan(1234567)).toBe('12,345.67')
  })
  it('is read to the fen, and what is no amount is none', () => {
    expect(fen('12,345.67')).toBe(1234567)
    expect(fen('0.1')).toBe(10)
    expect(fen('19.99')).toBe(1999)
    for (const wrong of ['', '-1', '1.234', '1e3', '一百']) expect(fen(wrong)).toBeNaN()
  })
})

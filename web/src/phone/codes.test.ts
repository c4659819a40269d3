import { describe, expect, it } from 'vitest'
import { codeOf, stationCode } from './codes'

describe('a scanned code', () => {
  it('is nothing when it is not ours', () => {
    for (const text of ['', 'https://example.com/x', 'anlan:household:', 'anlan:gold:7', '6901234567892', 'anlan:household:a b'])
      expect(stationCode(text)).toBeNull()
    expect(stationCode('anlan:household:<script>')).toBeNull()
    expect(stationCode(`anlan:stock:${'x'.repeat(81)}`)).toBeNull()
  })
  it('says what it stands for', () => {
    expect(stationCode(` ${codeOf('household', '7c1f')}\n`)).toEqual({ kind: 'household', id: '7c1f' })
    expect(stationCode('anlan:stock:A-03.2')).toEqual({ kind: 'stock', id: 'A-03.2' })
  })
})

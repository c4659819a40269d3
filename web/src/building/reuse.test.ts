import { describe, expect, it } from 'vitest'
import type { Surveyed } from '@/api'
import { share, toneOfReuse } from './reuse'

const row = (reusable: boolean, used = false): Surveyed => ({ reusable, used }) as unknown as Surveyed

describe('what exists already', () => {
  it('is weighed against what was bought, and against nothing it is no share', () => {
    expect(share({ used_fen: 25, bought_fen: 75 })).toBe('25%')
    expect(share({ used_fen: 5, bought_fen: 0 })).toBe('100%')
    expect(share({ used_fen: 0, bought_fen: 0 })).toBe('—')
  })
  it('waits to be used on unless it cannot be', () => {
    expect(toneOfReuse(row(true))).toBe('waiting')
    expect(toneOfReuse(row(true, true))).toBe('done')
    expect(toneOfReuse(row(false))).toBe('idle')
  })
})
